import fc from 'fast-check';
import { auditRow, type AuditRow, type Fact } from './audit-row';
import { facts } from './testing/every-fact';
import { everyReasonOf, hasReasons } from './testing/every-reason';

const every: readonly Fact[] = Object.values(facts);

/** Text that must never be stored, under field names a programmer might choose. */
const CANARY = 'i-am-a-sentence-somebody-wrote';
const strayFields = fc.dictionary(
  fc.constantFrom(
    'body',
    'note',
    'name',
    'text',
    'brief',
    'briefSealed',
    'token',
    'secret',
    'address',
    'ip',
    'sealed',
  ),
  fc.oneof(
    fc.constant(CANARY),
    fc.constant([CANARY]),
    fc.constant({ deeper: CANARY }),
    fc.constant(Buffer.from(CANARY)),
  ),
  { minKeys: 1 },
);
/** One word or several, in a code's own alphabet. */
const codes = /^[a-z]+(_[a-z0-9]+)*$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const rowOf = (fact: Fact): AuditRow => {
  const row = auditRow(fact);
  if (row === null) throw new Error(`${fact.type} has no row`);
  return row;
};

describe('a row of the audit', () => {
  const anyFact = fc.constantFrom(...every);

  it('[AUD4] takes nothing from a fact that it does not name, whatever else is on it', () => {
    fc.assert(
      fc.property(anyFact, strayFields, (fact, stray) => {
        expect(auditRow({ ...stray, ...fact })).toEqual(auditRow(fact));
      }),
      { seed: 33_101, numRuns: 300 },
    );
  });

  it.each(every.map((fact) => [fact.type, fact] as const))(
    '[AUD4] is made of ids, codes and numbers only: %s',
    (_, fact) => {
      const {
        service: of,
        actor,
        conversation: about,
        subject,
        whom,
        reason,
        epoch,
        count,
        ...rest
      } = rowOf(fact);
      for (const id of [of, actor.id, about, subject, whom]) expect(id ?? of).toMatch(uuid);
      for (const code of [actor.kind, reason]) expect(code ?? 'none').toMatch(codes);
      for (const number of [epoch, count]) expect(number ?? 1).toEqual(expect.any(Number));
      expect(rest).toEqual({ action: fact.type });
    },
  );

  it('[AUD4] lists every reason that a row can have beside the fact', () => {
    const unlisted = every.filter((fact) => rowOf(fact).reason !== null && !hasReasons(fact.type));
    expect(unlisted.map(({ type }) => type)).toEqual([]);
    for (const fact of every.flatMap(({ type }) => everyReasonOf(type)))
      expect(rowOf(fact).reason ?? 'none').toMatch(codes);
  });
});
