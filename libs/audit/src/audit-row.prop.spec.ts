import fc from 'fast-check';
import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { auditRow, verdicts, type AuditRow, type Fact } from './audit-row';

const conversation = numbered.conversation(1);
const [service, sam, offer, session] = [
  numbered.service(1),
  numbered.staff(1),
  numbered.offer(1),
  numbered.session(1),
];
const at = instant(1_000);
const about = { service, conversation, at };
const aboutOffer = { ...about, staff: sam, offer };

/** One of every fact there is: another one does not compile here before it is added. */
const facts: { readonly [Type in Fact['type']]: Extract<Fact, { type: Type }> } = {
  conversation_started: { type: 'conversation_started', ...about, band: 2 },
  holding_began: { type: 'holding_began', ...about, staff: sam, epoch: 3 },
  visitor_left_quickly: { type: 'visitor_left_quickly', ...about },
  holding_lost: { type: 'holding_lost', ...about, staff: sam, epoch: 3, band: 2 },
  conversation_ended: { type: 'conversation_ended', ...about, staff: sam, epoch: 3, reason: 'went_quiet' },
  wrapped_up: { type: 'wrapped_up', ...about, staff: sam, epoch: 3 },
  conversation_read: { type: 'conversation_read', ...about, staff: sam },
  observation_began: { type: 'observation_began', ...about, staff: sam },
  observation_ended: { type: 'observation_ended', ...about, staff: sam },
  offer_made: { type: 'offer_made', ...aboutOffer, expiresAt: at },
  offer_accepted: { type: 'offer_accepted', ...aboutOffer },
  offer_declined: { type: 'offer_declined', ...aboutOffer },
  offer_expired: { type: 'offer_expired', ...aboutOffer },
  offer_withdrawn: { type: 'offer_withdrawn', ...aboutOffer },
  availability_changed: { type: 'availability_changed', service, staff: sam, availability: 'away', at },
  signed_in: { type: 'signed_in', service, staff: sam, session },
  signed_out: { type: 'signed_out', service, staff: sam, session },
};
const every: readonly Fact[] = Object.values(facts);

const bySam = { kind: 'staff', id: sam } as const;
const byVisitor = { kind: 'visitor', id: null } as const;
const bySystem = { kind: 'system', id: null } as const;
const none = { conversation: null, epoch: null, subject: null, reason: null };
const ofOffer = { ...none, conversation, subject: offer };

const EXPECTED: Record<Fact['type'], Omit<AuditRow, 'action' | 'service'>> = {
  conversation_started: { ...none, actor: byVisitor, conversation, reason: 'band_2' },
  holding_began: { ...none, actor: bySam, conversation, epoch: 3 },
  visitor_left_quickly: { ...none, actor: byVisitor, conversation },
  holding_lost: { actor: bySystem, conversation, epoch: 3, subject: sam, reason: 'band_2' },
  conversation_ended: { ...none, actor: bySam, conversation, epoch: 3, reason: 'went_quiet' },
  wrapped_up: { ...none, actor: bySam, conversation, epoch: 3 },
  conversation_read: { ...none, actor: bySam, conversation },
  observation_began: { ...none, actor: bySam, conversation },
  observation_ended: { ...none, actor: bySam, conversation },
  offer_made: { ...ofOffer, actor: bySystem },
  offer_accepted: { ...ofOffer, actor: bySam },
  offer_declined: { ...ofOffer, actor: bySam },
  offer_expired: { ...ofOffer, actor: bySystem },
  offer_withdrawn: { ...ofOffer, actor: bySystem },
  availability_changed: { ...none, actor: bySam, reason: 'away' },
  signed_in: { ...none, actor: bySam, subject: session },
  signed_out: { ...none, actor: bySam, subject: session },
};

describe('the audit', () => {
  it('knows every fact, and leaves none out', () => {
    expect(Object.keys(verdicts).sort()).toEqual(Object.keys(facts).sort());
    for (const { type } of every) expect(verdicts[type].verdict).toBe('record');
  });

  it.each(every.map((fact) => [fact.type, fact] as const))('[AUD1] has one row for %s', (type, fact) => {
    expect(auditRow(fact)).toEqual({ action: type, service, ...EXPECTED[type] });
  });

  it('names the visitor where nobody of the staff ended it', () => {
    expect(auditRow({ ...facts.conversation_ended, staff: null })?.actor).toEqual(byVisitor);
  });
});

/** What must never be written down, under names that somebody might give it. */
const CANARY = 'i-am-a-sentence-somebody-wrote';
const strayFields = fc.dictionary(
  fc.constantFrom('body', 'note', 'name', 'text', 'token', 'secret', 'address', 'ip', 'userAgent', 'sealed'),
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
      const { service: of, actor, conversation: about, subject, reason, epoch, ...rest } = rowOf(fact);
      for (const id of [of, actor.id, about, subject]) expect(id ?? of).toMatch(uuid);
      for (const code of [actor.kind, reason]) expect(code ?? 'none').toMatch(codes);
      expect(epoch ?? 1).toEqual(expect.any(Number));
      expect(rest).toEqual({ action: fact.type });
    },
  );
});
