// `npm run audit:verify -- --export FILE [--checkpoint FILE]… [--key FILE]… [--witness FILE]…`: checks an exported audit log. Built, it is one
// file that needs Node and nothing else: no packages, no network, no service.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  BadCheckpoint,
  BadExport,
  cosignedAt,
  isHistoryFile,
  readCheckpointFile,
  readHistoryFile,
  requirePublicKey,
  verifyExport,
  verifyHistory,
  type Verdict,
} from '@warmline/audit-log';

/** - 0: sound · 1: altered · 2: a file or an option cannot be read · 3: nothing found, but nothing kept elsewhere to compare with · 4: nothing found, but a kept checkpoint is newer than the export */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

const USAGE =
  'Usage: audit:verify --export FILE --checkpoint FILE [--checkpoint FILE …] [--key FILE …] [--witness FILE …]';

/** A file or an option that cannot be used. */
class BadRequest extends Error {}

interface Asked {
  readonly exported: string;
  readonly checkpoints: readonly string[];
  readonly keys: readonly string[];
  /** Files with public keys of witnesses: only what each of them co-signed counts as kept. */
  readonly witnesses: readonly string[];
}

const parse = (args: readonly string[]): Asked => {
  const many = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { export: { type: 'string' }, checkpoint: many, key: many, witness: many },
    });
    const { export: exported, checkpoint = [], key = [], witness = [] } = values;
    if (exported === undefined) throw new BadRequest(USAGE);
    return { exported, checkpoints: checkpoint, keys: key, witnesses: witness };
  } catch {
    throw new BadRequest(USAGE);
  }
};

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new BadRequest(`${file} cannot be read.`);
  }
};

const TORN = (file: string): string =>
  `Warning: ${file} holds a checkpoint whose writing was interrupted. It is left out, and the others are used.`;

const notesIn = async (file: string, print: (line: string) => void): Promise<readonly string[]> => {
  const { notes, torn, isDamaged } = readCheckpointFile(await readText(file));
  if (isDamaged)
    throw new BadRequest(
      `${file} holds something that is no checkpoint. Use another copy of it, or remove the damaged part.`,
    );
  if (notes.length === 0) throw new BadRequest(`${file} holds no checkpoint.`);
  if (torn > 0) print(TORN(file));
  return notes;
};

const keysIn = async (files: readonly string[]): Promise<readonly string[]> =>
  (await Promise.all(files.map(readText))).flatMap((text) => text.trim().split(/\s+/));

/** Those that every witness co-signed. Throws BadRequest when there are none. */
const cosignedBy = (witnesses: readonly string[], notes: readonly string[]): readonly string[] => {
  const cosigned = notes.filter((note) => witnesses.every((key) => cosignedAt(note, key) !== null));
  if (witnesses.length > 0 && cosigned.length === 0)
    throw new BadRequest('No kept checkpoint is co-signed by every witness that you named.');
  return cosigned;
};

const linesIn = async (file: string): Promise<AsyncIterable<string>> => {
  const input = createReadStream(file);
  await new Promise((resolve, reject) => {
    input.once('open', resolve);
    input.once('error', () => reject(new BadRequest(`${file} cannot be read.`)));
  });
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
};

/** The whole text of a file of the history; null of another file. */
const historyIn = async (file: string): Promise<string | null> => {
  const input = createReadStream(file, { end: 40, encoding: 'utf8' });
  let beginning = '';
  try {
    for await (const part of input) beginning += String(part);
  } catch {
    throw new BadRequest(`${file} cannot be read.`);
  }
  return isHistoryFile(beginning) ? readText(file) : null;
};

const plural = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

const uncovered = ({ size, covered }: Verdict): string =>
  size === covered ? '' : ` The last ${plural(size - covered)} came after it: a change there is not seen.`;

const compared = (covered: number): string =>
  covered === 0 ? '' : ` The first ${plural(covered)} are as an older kept checkpoint says.`;

const ERASED = (count: number): string =>
  `${plural(count)} can no longer be compared with a row: the salt of the conversation is erased. A salt may be missing only where the log records the erasure.`;

const HEADLINE: Readonly<Record<Verdict['outcome'], (verdict: Verdict) => string>> = {
  sound: (verdict) =>
    `SOUND. The first ${plural(verdict.covered)} of ${plural(verdict.size)} are as the kept checkpoint says.${uncovered(verdict)}`,
  altered: ({ found }) => `ALTERED. ${found === 1 ? 'One thing does' : `${found} things do`} not fit:`,
  too_old: ({ size, covered }) =>
    `NOT COMPARED TO THE END. Nothing is wrong within these ${plural(size)}.${compared(covered)} The checkpoint is newer than the export: ` +
    'export again. An export that was made after the checkpoint must not say this: then the end of the log was cut off.',
  unproven: ({ size }) =>
    `UNPROVEN. Nothing is wrong within these ${plural(size)}, but no checkpoint that was kept elsewhere is given. Without one, nobody ` +
    'can see whether the end of the log was cut off, or whether all of it was written and signed again. Use --checkpoint.',
};

/** A file of the history has some entries of the log, each with its proof. */
const HISTORY: typeof HEADLINE = {
  ...HEADLINE,
  sound: ({ size }) =>
    `SOUND. Each of these ${plural(size)} is in the log of the kept checkpoint. What the file leaves out is not seen; names of people are not proved.`,
  unproven: ({ size }) =>
    `UNPROVEN. Each of these ${plural(size)} is in the log of the checkpoint in the file, but no kept checkpoint is of the same size. ` +
    'Use --checkpoint with the file to which checkpoints are exported.',
};

const EXIT: Readonly<Record<Verdict['outcome'], ExitCode>> = {
  sound: 0,
  altered: 1,
  unproven: 3,
  too_old: 4,
};

interface Telling {
  readonly told: typeof HEADLINE;
  readonly hasOwnKeys: boolean;
}

const tell = (verdict: Verdict, { told, hasOwnKeys }: Telling): readonly string[] => {
  const { origin, findings, found, erased } = verdict;
  return [
    `Audit log ${origin}`,
    told[verdict.outcome](verdict),
    ...findings.map((finding) => `  - ${finding}`),
    ...(found > findings.length ? [`  - … and ${found - findings.length} more.`] : []),
    ...(erased > 0 ? [ERASED(erased)] : []),
    ...(hasOwnKeys
      ? []
      : [
          'The public key is the one in the export. Use --key with a key that you kept, to rely on nothing in it.',
        ]),
  ];
};

/** Checks what the arguments name, and says in plain words what it found. Never rejects. */
export const runVerify = async (
  args: readonly string[],
  print: (line: string) => void,
): Promise<ExitCode> => {
  try {
    const asked = parse(args);
    const kept = (await Promise.all(asked.checkpoints.map((file) => notesIn(file, print)))).flat();
    const keys = await keysIn(asked.keys);
    const notes = cosignedBy(await keysIn(asked.witnesses), kept);
    keys.forEach(requirePublicKey);
    const history = await historyIn(asked.exported);
    const verdict =
      history === null
        ? await verifyExport(await linesIn(asked.exported), { notes, keys })
        : verifyHistory(readHistoryFile(history), { notes, keys });
    const told = history === null ? HEADLINE : HISTORY;
    for (const line of tell(verdict, { told, hasOwnKeys: keys.length > 0 })) print(line);
    return EXIT[verdict.outcome];
  } catch (error) {
    const isExpected = [BadRequest, BadExport, BadCheckpoint].some((kind) => error instanceof kind);
    print(isExpected && error instanceof Error ? error.message : `It could not be checked: ${String(error)}`);
    return 2;
  }
};

// Started by itself, not imported.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await runVerify(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
