import fc from 'fast-check';
import { anEntry, exportedOf, linesOf, signerOf, type Exported } from '../testing/exported-log';
import { appendedNote, readCheckpointFile } from './checkpoint-file';
import { BadExport, type ExportedLeaf } from './export-lines';
import { FINDINGS_MAX, verifyExport, type Verdict } from './verify-export';

const SIZE = 40;
const rows = Array.from({ length: SIZE }, (_, number) => anEntry(number));
const log = exportedOf(rows);
const noteAt = (size: number, { notes }: Exported = log): string => notes[size] ?? '';
const KEPT = 33;

/** Checks these leaves as an export with its own newest checkpoint, against one kept elsewhere at 33 entries. */
const verify = (leaves: readonly ExportedLeaf[], of = log, notes = [noteAt(KEPT)]): Promise<Verdict> =>
  verifyExport(linesOf(leaves, { checkpoint: noteAt(leaves.length, of) || noteAt(SIZE, of) }), {
    notes,
    keys: [],
  });

const numbered = (leaves: readonly ExportedLeaf[]): ExportedLeaf[] =>
  leaves.map((leaf, index) => ({ ...leaf, index }));

describe('an exported log', () => {
  it('[AUD3] that nobody touched is sound, as far as the kept checkpoint goes', async () => {
    expect(await verify(log.leaves)).toEqual({
      ...{ outcome: 'sound', size: SIZE, covered: KEPT, newer: 0, erased: 0, findings: [], found: 0 },
      origin: expect.stringContaining('warmline/audit/'),
    });
  });

  it('[AUD3] without a checkpoint kept elsewhere is unproven, also when nothing is wrong with it', async () => {
    expect(await verify(log.leaves, log, [])).toMatchObject({ outcome: 'unproven', covered: 0 });
  });

  it('[AUD3] is compared with every kept checkpoint, in any order', async () => {
    const verdict = await verify(log.leaves, log, [noteAt(40), noteAt(0), noteAt(7), noteAt(7)]);
    expect(verdict).toMatchObject({ outcome: 'sound', covered: 40 });
  });

  it('[AUD3] a changed row is named', async () => {
    const leaves = log.leaves.map((leaf) =>
      leaf.index === 12 && leaf.row !== null ? { ...leaf, row: { ...leaf.row, actor: 'staff 9' } } : leaf,
    );
    const { outcome, findings } = await verify(leaves);
    expect(outcome).toBe('altered');
    expect(findings).toEqual([
      'Entry 12 (audit row 13) is not what entered the log: the row, or its hash, was changed.',
    ]);
  });

  it('[AUD3] a deleted row is named', async () => {
    const leaves = log.leaves.map((leaf) => (leaf.index === 5 ? { ...leaf, row: null, salt: null } : leaf));
    expect((await verify(leaves)).findings).toEqual([
      'Entry 5 has no audit row any more: the row was deleted.',
    ]);
  });

  it('[AUD3] a row that was inserted past the log is named', async () => {
    const lines = linesOf(log.leaves, { checkpoint: noteAt(SIZE), strays: [anEntry(77)] });
    const { outcome, findings } = await verifyExport(lines, { notes: [noteAt(KEPT)], keys: [] });
    expect(outcome).toBe('altered');
    expect(findings).toEqual([
      expect.stringContaining('Audit row 78 is in the database, and never entered the log'),
    ]);
  });

  it('[AUD3] a dropped entry is named', async () => {
    const { findings } = await verify(log.leaves.filter(({ index }) => index !== 20));
    expect(findings[0]).toBe('Entry 20 is missing: the log goes on with entry 21.');
  });

  it('[AUD3] a tail that was cut from the file is found', async () => {
    const lines = linesOf(log.leaves, { checkpoint: noteAt(SIZE) }).filter(
      (_, line) => line <= 30 || line > SIZE,
    );
    expect(await verifyExport(lines, { notes: [noteAt(KEPT)], keys: [] })).toMatchObject({
      outcome: 'altered',
      findings: [
        'The export holds 30 entries, and says that it holds 40.',
        'The log was cut: it ends after 30 entries, and a checkpoint says that it had 33.',
        'The log was cut: it ends after 30 entries, and a checkpoint says that it had 40.',
      ],
    });
  });

  it('[AUD3] a tail that was cut and signed as whole is never sound against the checkpoints that it lacks', async () => {
    const cut = exportedOf(rows.slice(0, 30));
    expect(await verify(cut.leaves, cut)).toMatchObject({ outcome: 'too_old', newer: 1, covered: 0 });
    expect(await verify(cut.leaves, cut, [])).toMatchObject({ outcome: 'unproven' });
    const own = linesOf(cut.leaves, { checkpoint: noteAt(SIZE) });
    expect(await verifyExport(own, { notes: [noteAt(20)], keys: [] })).toMatchObject({ outcome: 'altered' });
  });

  it('[AUD3] is not accused by a checkpoint that is newer than it, and is compared with the newest that is not', async () => {
    const old = log.leaves.slice(0, 30);
    expect(await verify(old, log, [noteAt(31)])).toMatchObject({ outcome: 'too_old', newer: 1, found: 0 });
    const several = [noteAt(31), noteAt(20), noteAt(29)];
    expect(await verify(old, log, several)).toMatchObject({ outcome: 'too_old', covered: 29, newer: 1 });
    const changed = old.map((leaf) => (leaf.index === 5 ? { ...leaf, row: null, salt: null } : leaf));
    expect(await verify(changed, log, [noteAt(31)])).toMatchObject({ outcome: 'altered', found: 1 });
  });

  it('[AUD3] a fork that is signed with the same key is found between the two nearest checkpoints', async () => {
    const fork = exportedOf(rows.map((row, number) => (number === 17 ? { ...row, actor: null } : row)));
    expect((await verify(fork.leaves, fork, [])).outcome).toBe('unproven');
    const { outcome, findings } = await verify(fork.leaves, fork, [noteAt(10), noteAt(20), noteAt(30)]);
    expect(outcome).toBe('altered');
    expect(findings).toEqual([expect.stringContaining('From entry 10 to entry 19 the log differs')]);
  });

  it('[AUD3] a fork that is signed with another key is found by the kept checkpoint', async () => {
    const other = signerOf('another');
    const fork = exportedOf(rows.slice(1), other);
    const lines = linesOf(fork.leaves, { checkpoint: noteAt(SIZE - 1, fork), keys: [other.publicKey] });
    const { findings } = await verifyExport(lines, { notes: [noteAt(KEPT)], keys: [] });
    expect(findings).toEqual(['The checkpoint at 33 entries is not signed by a key of this log.']);
    const withKey = await verifyExport(lines, { notes: [], keys: [signerOf().publicKey] });
    expect(withKey.findings).toEqual(['The checkpoint at 39 entries is not signed by a key of this log.']);
  });

  it('[AUD3] every swap, drop, insertion, change of a hash and re-signed fork before the kept checkpoint is found', async () => {
    const pair = fc.tuple(fc.nat(KEPT - 1), fc.nat(KEPT - 1));
    const how = fc.constantFrom('swap', 'drop', 'insert', 'hash', 'fork');
    const check = fc.asyncProperty(pair, how, async ([one, other], change) => {
      const changed = [...rows];
      if (change === 'swap') [changed[one], changed[other]] = [anEntry(other), anEntry(one)];
      if (change === 'drop') changed.splice(one, 1);
      if (change === 'insert') changed.splice(one, 0, anEntry(100));
      if (change === 'fork') changed[one] = { ...anEntry(one), at: '0' };
      if (change === 'swap' && one === other) return;
      // Everything after the change is computed and signed again, by the key of the service itself.
      const fork = exportedOf(changed);
      const leaves =
        change === 'hash'
          ? fork.leaves.map((leaf) => (leaf.index === one ? { ...leaf, hash: Buffer.alloc(32, 7) } : leaf))
          : fork.leaves;
      expect((await verify(numbered(leaves), fork)).outcome).toBe('altered');
    });
    await fc.assert(check, { seed: 61_003, numRuns: 200 });
  });

  it('tells of twenty findings at most, and counts all', async () => {
    const leaves = log.leaves.map((leaf) => ({ ...leaf, row: null, salt: null }));
    const { findings, found } = await verify(leaves);
    expect([findings.length, found]).toEqual([FINDINGS_MAX, SIZE]);
  });
});

const DAYS = 24 * 60 * 60 * 1_000_000;
/** The log, with a record that so many conversations were erased so many days later. */
const withErasure = (count: number, days: number): Exported =>
  exportedOf([
    ...rows,
    {
      ...anEntry(SIZE),
      ...{ action: 'conversations_erased', actorKind: 'system', conversation: null, count },
      at: String(Number(anEntry(0).at) + days * DAYS),
    },
  ]);
const without = ({ leaves }: Exported, lacks: (leaf: ExportedLeaf) => boolean): ExportedLeaf[] =>
  leaves.map((leaf) => (lacks(leaf) ? { ...leaf, salt: null } : leaf));
const isOf = (...conversations: readonly string[]) => {
  return ({ row }: ExportedLeaf): boolean => conversations.includes(row?.conversation ?? '');
};
const judged = (of: Exported, lacks: (leaf: ExportedLeaf) => boolean): Promise<Verdict> =>
  verify(without(of, lacks), of, [noteAt(SIZE + 1, of)]);

describe('an entry without a salt', () => {
  it('[AUD4] is sound where the log says that its conversation was erased', async () => {
    const verdict = await judged(withErasure(1, 31), isOf('two'));
    expect(verdict).toMatchObject({ outcome: 'sound', erased: 13, covered: SIZE + 1 });
  });

  it('[AUD3] hides no change of a row of no conversation', async () => {
    const of = withErasure(9, 31);
    const leaves = without(of, ({ index }) => index === SIZE).map((leaf) =>
      leaf.index === SIZE && leaf.row !== null ? { ...leaf, row: { ...leaf.row, count: 99 } } : leaf,
    );
    const { outcome, findings } = await verify(leaves, of, [noteAt(SIZE + 1, of)]);
    expect(outcome).toBe('altered');
    expect(findings).toEqual([
      expect.stringMatching(/^Entry 40 \(audit row 41\) has lost its salt, and is of no conversation/),
    ]);
  });

  it('[AUD3] hides no change where other entries of its conversation have theirs', async () => {
    const { outcome, findings } = await judged(withErasure(1, 31), ({ index }) => index === 7);
    expect(outcome).toBe('altered');
    expect(findings).toEqual([
      expect.stringMatching(/^Entry 7 \(audit row 8\) has lost its salt, and other entries/),
    ]);
  });

  it.each([
    ['no erasure is recorded', log, ['two'], 1],
    ['fewer conversations are recorded as erased', withErasure(1, 31), ['two', 'three'], 1],
    ['the conversation was younger than 30 days', withErasure(1, 28), ['two'], 1],
  ] as const)('[AUD3] is named when %s', async (_when, of, conversations, found) => {
    const verdict = await verify(without(of, isOf(...conversations)), of, [noteAt(of.leaves.length, of)]);
    expect(verdict).toMatchObject({ outcome: 'altered', found });
    expect(verdict.findings[0]).toMatch(
      /^Entry 1 \(audit row 2\) has lost its salt, and no record of an erasure/,
    );
  });
});

describe('a file that is no whole export', () => {
  const lines = linesOf(log.leaves, { checkpoint: noteAt(SIZE) });
  const kept = { notes: [noteAt(KEPT)], keys: [] };
  it.each([
    ['nothing', [], 'The file is empty.'],
    ['no end', lines.slice(0, -1), 'The file is cut short'],
    ['two ends', [...lines, '{"end":true}'], 'The file goes on after its end.'],
    ['no head', lines.slice(1), 'Line 1 is out of place'],
    ['two heads', [lines[0] ?? '', ...lines], 'Line 2 is out of place'],
    ['a broken line', [lines[0] ?? '', '{"index":'], 'Line 2 of the file is damaged'],
    [
      'a hash that is none',
      [lines[0] ?? '', '{"index":0,"hash":"00","salt":null,"row":null}'],
      'Line 2 of the file',
    ],
    ['another row', [lines[0] ?? '', '{"stray":{"id":1}}'], 'Line 2 of the file'],
  ])('is refused: %s', async (_what, given, words) => {
    await expect(verifyExport(given, kept)).rejects.toThrow(BadExport);
    await expect(verifyExport(given, kept)).rejects.toThrow(words);
  });
});

describe('a file of checkpoints', () => {
  const file = [noteAt(3), noteAt(9)].map(appendedNote).join('');

  it('holds one or many, in its order', () => {
    expect(readCheckpointFile(file)).toEqual({ notes: [noteAt(3), noteAt(9)], torn: 0, isDamaged: false });
    expect(readCheckpointFile(noteAt(3)).notes).toEqual([noteAt(3)]);
    expect(readCheckpointFile(file.replaceAll('\n', '\r\n')).notes).toEqual([noteAt(3), noteAt(9)]);
  });

  it('reads past a note that was cut off at any place, at the end or with others after it', () => {
    const bytes = Buffer.from(noteAt(3));
    for (let length = 1; length < bytes.length - 1; length += 1) {
      const torn = appendedNote(bytes.subarray(0, length).toString('utf8'));
      const last = readCheckpointFile(`${appendedNote(noteAt(9))}${torn}`);
      expect([length, last]).toEqual([length, { notes: [noteAt(9)], torn: 1, isDamaged: false }]);
      const between = readCheckpointFile(`${torn}${appendedNote(noteAt(9))}`);
      expect([length, between]).toEqual([length, { notes: [noteAt(9)], torn: 1, isDamaged: false }]);
    }
  });

  it('says when something else in it cannot be read, and still gives the others', () => {
    const damaged = [
      'x',
      noteAt(3).slice(4, -40),
      noteAt(3).replace('— ', ''),
      noteAt(3).replace('\n3\n', '\nthree\n'),
    ];
    for (const text of damaged)
      expect(readCheckpointFile(`${appendedNote(noteAt(9))}${appendedNote(text)}`)).toMatchObject({
        torn: 0,
        isDamaged: true,
      });
    const alone = noteAt(3).slice(0, -40);
    expect(readCheckpointFile(alone)).toEqual({ notes: [], torn: 0, isDamaged: true });
    expect(readCheckpointFile('a picture of a cat')).toEqual({ notes: [], torn: 0, isDamaged: true });
    expect(readCheckpointFile('')).toEqual({ notes: [], torn: 0, isDamaged: false });
  });
});
