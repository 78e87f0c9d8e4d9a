// `npm run audit:witness -- --log FILE --state FOLDER [--listen 127.0.0.1:7380] [--name NAME]`: co-signs checkpoints of one audit
// log, each only after a proof that it goes on from the last. Built, it is one file that needs Node and nothing else.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  CheckpointCosigner,
  judgeCheckpoint,
  readCheckpointRequest,
  requirePublicKey,
  type TreeHead,
  type WitnessVerdict,
} from '@warmline/audit-log';

/** A request is a proof of at most 63 hashes and a checkpoint (bytes). */
const BODY_MAX = 16 * 1_024;
const SEED_BYTES = 32;
const USAGE = 'Usage: audit:witness --log FILE --state FOLDER [--listen HOST:PORT] [--name NAME]';

/** An option or a file that cannot be used. Its message is one plain sentence. */
export class BadWitness extends Error {}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** On the disk before anyone is answered: a witness that forgot what it signed would sign a fork. */
const writeSafely = async (file: string, text: string): Promise<void> => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const opened = await open(draft, 'wx', 0o600);
  try {
    await opened.writeFile(text);
    await opened.sync();
  } finally {
    await opened.close();
  }
  await rename(draft, file);
};

const readIfThere = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** What a witness remembers, in a folder of its own: its key, and the newest checkpoint of the log. */
class WitnessState {
  constructor(private readonly folder: string) {}

  async loadSeed(): Promise<Buffer> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, 'witness.key');
    const text = (await readIfThere(file)) ?? (await this.makeSeed(file));
    const seed = Buffer.from(text.trim(), 'base64');
    if (seed.length !== SEED_BYTES) throw new BadWitness(`${file} is damaged: put your copy of it back.`);
    return seed;
  }

  async loadKnown(): Promise<TreeHead | null> {
    const text = await readIfThere(join(this.folder, 'newest.txt'));
    if (text === null) return null;
    const match = /^(\d{1,15}) ([A-Za-z0-9+/]{43}=)\n$/u.exec(text);
    if (match === null)
      throw new BadWitness(
        'newest.txt is damaged. Without it the witness would sign anything, so it does not start.',
      );
    return { size: Number(match[1]), head: Buffer.from(match[2] ?? '', 'base64') };
  }

  saveKnown({ size, head }: TreeHead): Promise<void> {
    return writeSafely(join(this.folder, 'newest.txt'), `${size} ${head.toString('base64')}\n`);
  }

  private async makeSeed(file: string): Promise<string> {
    const seed = randomBytes(SEED_BYTES).toString('base64');
    await writeSafely(file, `${seed}\n`);
    return seed;
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

/** As C2SP numbers them. */
const STATUS = { malformed: 400, not_signed: 403, unknown_log: 404, other_size: 409, fork: 422 } as const;

/** Answers one request at a time. */
export class Witness {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly state: WitnessState,
    private readonly cosigner: CheckpointCosigner,
    private readonly log: { readonly origin: string; readonly keys: readonly string[] },
    private known: TreeHead | null,
  ) {}

  /** Rejects with BadWitness for a state that is damaged. `keys`: the public keys of the log, which begin with its name. */
  static async open({
    folder,
    name,
    keys,
  }: {
    readonly folder: string;
    readonly name: string;
    readonly keys: readonly string[];
  }): Promise<Witness> {
    const [origin = ''] = (keys[0] ?? '').split('+', 1);
    const state = new WitnessState(folder);
    const cosigner = new CheckpointCosigner(await state.loadSeed(), name);
    return new Witness(state, cosigner, { origin, keys }, await state.loadKnown());
  }

  get publicKey(): string {
    return this.cosigner.publicKey;
  }

  /** Entries of the newest checkpoint that it co-signed. */
  get size(): number {
    return this.known?.size ?? 0;
  }

  add(body: string): Promise<Answer> {
    const answered = this.last.then(() => this.answer(body));
    this.last = answered.catch(() => undefined);
    return answered;
  }

  private async answer(body: string): Promise<Answer> {
    const request = readCheckpointRequest(body);
    if (request === null) return { status: STATUS.malformed, body: 'malformed\n' };
    const verdict: WitnessVerdict = judgeCheckpoint(request, { known: this.known, ...this.log });
    if (verdict.outcome === 'other_size')
      return { status: STATUS.other_size, body: `${this.size}\n`, type: 'text/x.tlog.size' };
    if (verdict.outcome !== 'cosign')
      return { status: STATUS[verdict.outcome], body: `${verdict.outcome}\n` };
    const { size, head } = verdict.checkpoint;
    await this.state.saveKnown({ size, head });
    this.known = { size, head };
    return { status: 200, body: this.cosigner.cosign(request.note, Math.floor(Date.now() / 1_000)) };
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) {
    text += String(part);
    if (text.length > BODY_MAX) return null;
  }
  return text;
};

/** `POST /add-checkpoint`, and nothing else. */
export const serveWitness = (witness: Witness, print: (line: string) => void): Server =>
  createServer((request, response) => {
    const answer = async (): Promise<Answer> => {
      if (request.method !== 'POST' || request.url !== '/add-checkpoint')
        return { status: 404, body: 'not found\n' };
      const body = await bodyOf(request);
      return body === null ? { status: 413, body: 'too long\n' } : witness.add(body);
    };
    answer()
      .catch((error: unknown) => {
        print(`Nothing was signed: ${String(error)}`);
        return { status: 500, body: 'not signed\n' };
      })
      .then(({ status, body, type = 'text/plain' }: Answer) => {
        if (status === STATUS.fork)
          print(`REFUSED: another history than the one of ${witness.size} entries.`);
        response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body);
      })
      .catch(() => response.destroy());
  });

const optionsOf = (args: readonly string[]) => {
  const one = { type: 'string' } as const;
  try {
    const options = { log: one, state: one, listen: one, name: one };
    const {
      log,
      state,
      listen = '127.0.0.1:7380',
      name = 'warmline-witness',
    } = parseArgs({ args: [...args], options }).values;
    const port = Number(listen.slice(listen.lastIndexOf(':') + 1));
    if (log !== undefined && state !== undefined && Number.isInteger(port))
      return { log, state, name, port, host: listen.slice(0, listen.lastIndexOf(':')) };
  } catch {
    // Said below.
  }
  throw new BadWitness(USAGE);
};

/** Runs until it is stopped. Rejects with one plain sentence. */
export const runWitness = async (args: readonly string[], print: (line: string) => void): Promise<Server> => {
  const { log, state, name, host, port } = optionsOf(args);
  const keys = ((await readIfThere(log)) ?? '')
    .trim()
    .split(/\s+/)
    .filter((key) => key !== '');
  if (keys.length === 0)
    throw new BadWitness(`${log} holds no public key. The worker writes it to its log at every start.`);
  keys.forEach(requirePublicKey);
  const witness = await Witness.open({ folder: state, name, keys });
  const server = serveWitness(witness, print);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  print(`Witness ${witness.publicKey}`);
  print(`It has seen ${witness.size} entries, and listens on ${host}:${port}.`);
  return server;
};

// Started by itself, not imported.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  runWitness(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
