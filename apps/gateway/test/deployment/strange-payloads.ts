import { randomUUID } from 'node:crypto';
import fc from 'fast-check';

interface Form {
  safeParse(value: unknown): { readonly success: boolean };
}

/** What the published exploits sent: operators, prototypes, arrays, numbers for strings, nothing, far too much. */
const strange = fc.oneof(
  fc.anything({ withNullPrototype: false, withBigInt: false, maxDepth: 2 }),
  fc.constantFrom<unknown>(
    { $gt: '' },
    { $regex: '.*' },
    { $ne: null },
    JSON.parse('{"__proto__":{"isAdmin":true}}'),
    { constructor: { prototype: {} } },
    [],
    [[]],
    null,
    '',
    0,
    -1,
    1e309,
    Number.MAX_SAFE_INTEGER,
    true,
    "' or 1=1 --",
    '\u0000',
    '../../etc/passwd',
    'x'.repeat(20_000),
    '00000000-0000-0000-0000-000000000000',
    randomUUID().toUpperCase(),
  ),
);

/** A real payload of a command with one part of it replaced, one missing, or one too many. */
const spoilt = (good: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> => {
  const keys = Object.keys(good);
  const replaced = keys.map((key) => strange.map((value) => ({ ...good, [key]: value })));
  const missing = keys.map((key) =>
    fc.constant(Object.fromEntries(Object.entries(good).filter(([name]) => name !== key))),
  );
  const added = fc.tuple(fc.constantFrom('from', 'staffId', 'role', '$where', 'toString', 'after'), strange);
  return fc.oneof(
    strange,
    added.map(([key, value]) => ({ [key]: value, ...good, [`${key}X`]: value })),
    ...replaced,
    ...missing,
  );
};

/** What the wire makes of it: undefined is dropped, infinity is null. */
const overTheWire = (payload: unknown): unknown => JSON.parse(JSON.stringify(payload ?? null)) as unknown;

/** Payloads like `good`, but none that this form accepts; the same ones in every run. */
export const strangePayloads = (form: Form, good: object, count: number): unknown[] =>
  fc
    .sample(spoilt({ ...good }), { numRuns: count * 2, seed: 64 })
    .map(overTheWire)
    .filter((payload) => !form.safeParse(payload).success)
    .slice(0, count);
