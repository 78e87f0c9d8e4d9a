import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckpointCosigner, historyBegins, historyEnds, historyEntry } from '@warmline/audit-log';
import { anEntry, exportedOf, linesOf, ORIGIN, plainPath, signerOf } from '@warmline/audit-log/testing';
import { runVerify } from './audit-verify';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warmline-verify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const log = exportedOf(Array.from({ length: 9 }, (_, number) => anEntry(number)));
const fileOf = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};
const exportFile = (changed = false): Promise<string> => {
  const leaves = log.leaves.map((leaf) =>
    changed && leaf.index === 4 && leaf.row !== null ? { ...leaf, row: { ...leaf.row, actor: null } } : leaf,
  );
  return fileOf(
    `export-${changed}.jsonl`,
    `${linesOf(leaves, { checkpoint: log.notes[9] ?? null }).join('\n')}\n`,
  );
};
const checkpointFile = (size = 7): Promise<string> => fileOf(`checkpoint-${size}`, log.notes[size] ?? '');
const keyFile = (name?: string): Promise<string> => fileOf(`key-${name}`, `${signerOf(name).publicKey}\n`);

const verify = async (...args: readonly string[]): Promise<{ code: number; said: string }> => {
  const lines: string[] = [];
  const code = await runVerify(args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
};

describe('audit:verify', () => {
  it('[AUD3] says how far a sound log is vouched for', async () => {
    const given = [
      '--export',
      await exportFile(),
      '--checkpoint',
      await checkpointFile(),
      '--key',
      await keyFile(),
    ];
    const { code, said } = await verify(...given);
    expect(code).toBe(0);
    expect(said).toContain('SOUND. The first 7 entries of 9 entries are as the kept checkpoint says.');
    expect(said).toContain('The last 2 entries came after it: a change there is not seen.');
    expect(said).not.toContain('--key');
  });

  it.each(['csv', 'json'] as const)(
    '[AUD3] takes a file of the history (%s), and finds what was changed in it',
    async (format) => {
      const [note = '', leaves] = [log.notes[9], log.leaves];
      const hashes = leaves.map(({ hash }) => hash);
      const entries = leaves.slice(2, 6).map(({ index, hash, salt, row }) => {
        if (row === null) throw new Error('every row is there');
        return {
          ...{ index, row, salt: salt?.toString('hex') ?? null, leaf: hash.toString('hex') },
          path: plainPath(index, hashes).map((step) => step.toString('hex')),
          names: { by: '=HYPERLINK("x")', whom: 'Ana, "the lead"' },
        };
      });
      const head = { origin: ORIGIN, keys: [signerOf().publicKey], checkpoint: note };
      const text = [
        historyBegins(format, head),
        ...entries.map((entry, at) => historyEntry(format, entry, at === 0)),
        historyEnds(format),
      ].join('');
      expect(text.includes('"=HYPER')).toBe(format === 'json');
      const check = async (changed: string) =>
        verify(
          '--export',
          await fileOf(`history.${format}`, changed),
          '--checkpoint',
          await checkpointFile(9),
        );
      expect(await check(text)).toMatchObject({
        code: 0,
        said: expect.stringContaining('Each of these 4 entries'),
      });
      const altered = await check(text.replaceAll('wrapped_up', 'note_added'));
      expect([altered.code, altered.said]).toEqual([1, expect.stringContaining('it was changed')]);
      expect((await check(text.slice(0, -9))).code).toBe(2);
      const other = await verify(
        '--export',
        await fileOf('history', text),
        '--checkpoint',
        await checkpointFile(7),
      );
      expect([other.code, other.said]).toEqual([3, expect.stringContaining('UNPROVEN')]);
    },
  );

  it('[AUD3] counts only what a witness co-signed, where one is named', async () => {
    const witness = new CheckpointCosigner(Buffer.alloc(32, 7), 'trustees');
    const cosigned = (log.notes[7] ?? '') + witness.cosign(log.notes[7] ?? '', 1_796_000_000);
    const given = ['--export', await exportFile(), '--witness', await fileOf('witness', witness.publicKey)];
    const plain = await verify(...given, '--checkpoint', await checkpointFile());
    expect(plain).toEqual({
      code: 2,
      said: 'No kept checkpoint is co-signed by every witness that you named.',
    });
    const { code, said } = await verify(...given, '--checkpoint', await fileOf('cosigned', cosigned));
    expect([code, said.includes('SOUND. The first 7 entries')]).toEqual([0, true]);
  });

  it('[AUD3] names the first bad entry', async () => {
    const { code, said } = await verify(
      '--export',
      await exportFile(true),
      '--checkpoint',
      await checkpointFile(),
    );
    expect(code).toBe(1);
    expect(said).toContain(
      'ALTERED. One thing does not fit:\n  - Entry 4 (audit row 5) is not what entered the log',
    );
    expect(said).toContain('The public key is the one in the export.');
  });

  it('[AUD3] says that without a kept checkpoint it cannot see a tail that was cut', async () => {
    const { code, said } = await verify('--export', await exportFile());
    expect(code).toBe(3);
    expect(said).toContain('UNPROVEN.');
    expect(said).toContain('whether the end of the log was cut off');
  });

  it('[AUD3] asks for another export where the checkpoint is newer, and accuses nobody', async () => {
    const old = await fileOf(
      'old.jsonl',
      `${linesOf(log.leaves.slice(0, 8), { checkpoint: log.notes[8] ?? null }).join('\n')}\n`,
    );
    const { code, said } = await verify('--export', old, '--checkpoint', await checkpointFile(9));
    expect(code).toBe(4);
    expect(said).toContain('The checkpoint is newer than the export: export again.');
    expect(said).not.toContain('ALTERED');
    const several = await fileOf('several', `\n${log.notes[7] ?? ''}\n${log.notes[9] ?? ''}`);
    const compared = await verify('--export', old, '--checkpoint', several);
    expect(compared.code).toBe(4);
    expect(compared.said).toContain(
      'The first 7 entries are as an older kept checkpoint says. The checkpoint is newer',
    );
  });

  it('[AUD3] reads past a checkpoint whose writing was interrupted, and says so', async () => {
    const [whole, next] = [log.notes[7] ?? '', log.notes[8] ?? ''];
    const kept = await fileOf('torn', `\n${whole}\n${next.slice(0, -40)}`);
    const { code, said } = await verify('--export', await exportFile(), '--checkpoint', kept);
    expect(code).toBe(0);
    expect(said).toContain(
      'torn holds a checkpoint whose writing was interrupted. It is left out, and the others are used.',
    );
    expect(said).toContain('The first 7 entries of 9 entries are as the kept checkpoint says.');
    const altered = await verify('--export', await exportFile(true), '--checkpoint', kept);
    expect(altered).toMatchObject({ code: 1 });
  });

  it('[AUD3] does not believe a checkpoint that another key signed', async () => {
    const given = [
      '--export',
      await exportFile(),
      '--checkpoint',
      await checkpointFile(),
      '--key',
      await keyFile('another'),
    ];
    expect(await verify(...given)).toMatchObject({ code: 1 });
  });

  it('says in one sentence which file it cannot use', async () => {
    const [good, kept] = [await exportFile(), await checkpointFile()];
    const cases: [string[], string][] = [
      [[], 'Usage:'],
      [['--exprt', good], 'Usage:'],
      [['--export', join(folder, 'none')], 'none cannot be read.'],
      [['--export', kept], 'Line 1 of the file is damaged, or the file is no export'],
      [['--export', good, '--checkpoint', join(folder, 'none')], 'none cannot be read.'],
      [['--export', good, '--checkpoint', good], 'holds something that is no checkpoint'],
      [['--export', good, '--checkpoint', await fileOf('empty', '')], 'empty holds no checkpoint.'],
      [['--export', good, '--checkpoint', kept, '--key', kept], 'is not the public key of a log'],
    ];
    for (const [args, words] of cases) {
      const { code, said } = await verify(...args);
      expect(code).toBe(2);
      expect(said).toContain(words);
    }
  });
});
