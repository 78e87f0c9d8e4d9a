import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { SALT_BYTES, canonicalEntry, entryLeaf, entrySalt, type AuditEntry } from './entry';
import { growLog } from './grow-log';
import { EMPTY_RANGE, headOf } from './tree/compact-range';

const seeded = { seed: 61_001, numRuns: 300 };
const text = fc.string({ unit: 'binary', maxLength: 30 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const anyEntry: fc.Arbitrary<AuditEntry> = fc.record({
  id: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
  at: fc.bigInt({ min: 0n, max: 2n ** 52n }).map(String),
  service: fc.uuid(),
  action: text,
  actorKind: text,
  actor: maybe(fc.uuid()),
  conversation: maybe(fc.uuid()),
  epoch: maybe(fc.integer()),
  subject: maybe(fc.uuid()),
  whom: maybe(fc.uuid()),
  reason: maybe(text),
  count: maybe(fc.integer()),
});
const salt = randomBytes(SALT_BYTES);

describe('the leaf of a row', () => {
  it('[AUD3] two rows with one canonical text are the same row', () => {
    const check = fc.property(anyEntry, anyEntry, (one, other) => {
      expect(canonicalEntry(one) === canonicalEntry(other)).toBe(
        JSON.stringify(one) === JSON.stringify(other),
      );
    });
    fc.assert(check, seeded);
  });

  it('[AUD3] changes with every field of the row', () => {
    const check = fc.property(anyEntry, anyEntry, (row, other) => {
      const leaf = entryLeaf(row, salt);
      for (const field of Object.keys(row)) {
        const value = { ...other }[field as keyof AuditEntry];
        const changed = { ...row, [field]: value };
        const isSame = row[field as keyof AuditEntry] === value;
        expect(entryLeaf(changed, salt).equals(leaf)).toBe(isSame);
      }
    });
    fc.assert(check, seeded);
  });

  it('[AUD4] cannot be guessed without the salt, nor from the salt of another row of the conversation', () => {
    const check = fc.property(anyEntry, anyEntry, (row, other) => {
      const leaf = entryLeaf(row, entrySalt(salt, row.id));
      expect(entryLeaf(row, entrySalt(randomBytes(SALT_BYTES), row.id)).equals(leaf)).toBe(false);
      const shown = entrySalt(salt, other.id);
      expect(entryLeaf(row, shown).equals(leaf)).toBe(row.id === other.id);
    });
    fc.assert(check, seeded);
  });
});

describe('the log', () => {
  it('[AUD3] grows to the same head, whatever the batches', () => {
    const check = fc.property(fc.array(anyEntry, { maxLength: 60 }), fc.nat(), (rows, random) => {
      const entries = rows.map((entry) => ({ entry, salt }));
      const cut = rows.length === 0 ? 0 : random % rows.length;
      const begun = growLog(EMPTY_RANGE, entries.slice(0, cut));
      const grown = growLog(begun.range, entries.slice(cut));
      const once = growLog(EMPTY_RANGE, entries);
      expect(headOf(grown.range)).toEqual(headOf(once.range));
      expect([...begun.leaves, ...grown.leaves]).toEqual(once.leaves);
      expect([...begun.subtrees, ...grown.subtrees]).toEqual(once.subtrees);
    });
    fc.assert(check, seeded);
  });
});
