import fc from 'fast-check';
import { instant, shiftId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { auditRow, verdicts, type AuditRow, type Fact } from './audit-row';

const conversation = numbered.conversation(1);
const [service, offer, session, handover] = [
  numbered.service(1),
  numbered.offer(1),
  numbered.session(1),
  numbered.handover(1),
];
const [sam, kim, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
const at = instant(1_000);
const about = { service, conversation, at };
const aboutOffer = { ...about, staff: sam, offer };
const ofSam = { service, staff: sam, at };
const shift = shiftId(session);
/** From Sam to Kim. */
const sending = { ...about, handover, sender: sam };
const passing = { ...sending, receiver: kim };

/** One of every fact there is: another one does not compile here before it is added. */
const facts: { readonly [Type in Fact['type']]: Extract<Fact, { type: Type }> } = {
  conversation_started: { type: 'conversation_started', ...about, band: 2 },
  holding_began: { type: 'holding_began', ...about, staff: sam, epoch: 3 },
  holding_passed: { type: 'holding_passed', ...about, staff: sam, epoch: 3, to: jo, reason: 'safety' },
  visitor_left_quickly: { type: 'visitor_left_quickly', ...about },
  holding_lost: { type: 'holding_lost', ...about, staff: sam, epoch: 3, band: 2 },
  conversation_ended: { type: 'conversation_ended', ...about, by: sam, epoch: 3, reason: 'went_quiet' },
  wrapped_up: { type: 'wrapped_up', ...about, staff: sam, epoch: 3 },
  conversation_read: { type: 'conversation_read', ...about, staff: sam },
  observation_began: { type: 'observation_began', ...about, staff: sam },
  observation_ended: { type: 'observation_ended', ...about, staff: sam },
  offer_made: { type: 'offer_made', ...aboutOffer, expiresAt: at },
  offer_accepted: { type: 'offer_accepted', ...aboutOffer },
  offer_declined: { type: 'offer_declined', ...aboutOffer },
  offer_expired: { type: 'offer_expired', ...aboutOffer },
  offer_withdrawn: { type: 'offer_withdrawn', ...aboutOffer },
  handover_proposed: {
    type: 'handover_proposed',
    ...sending,
    by: jo,
    epoch: 3,
    kind: 'cold',
    expiresAt: at,
  },
  handover_offered: { type: 'handover_offered', ...passing, expiresAt: at },
  handover_declined: { type: 'handover_declined', ...passing, expiresAt: at },
  handover_missed: { type: 'handover_missed', ...passing, expiresAt: at },
  handover_accepted: { type: 'handover_accepted', ...passing },
  visitor_asked: { type: 'visitor_asked', ...passing, expiresAt: at },
  visitor_agreed: { type: 'visitor_agreed', ...passing },
  handover_joined: { type: 'handover_joined', ...passing, mustLeave: false },
  brief_read: { type: 'brief_read', ...passing },
  control_passed: { type: 'control_passed', ...passing, epoch: 4, expiresAt: at },
  handover_left: { type: 'handover_left', ...passing, by: kim, isTold: true },
  handover_closed: {
    type: 'handover_closed',
    ...sending,
    state: 'cancelled',
    reason: 'withdrawn',
    receiver: kim,
    by: jo,
  },
  availability_changed: {
    type: 'availability_changed',
    service,
    staff: sam,
    availability: 'away',
    shiftEndsAt: at,
    at,
  },
  checked_in: {
    type: 'checked_in',
    ...ofSam,
    shift,
    checkIn: 'one_at_a_time',
    takesSurge: true,
    shiftEndsAt: at,
  },
  checked_out: { type: 'checked_out', ...ofSam, shift },
  break_began: { type: 'break_began', ...ofSam, until: at, why: 'due' },
  break_wanted: { type: 'break_wanted', ...ofSam },
  break_delayed: { type: 'break_delayed', ...ofSam, until: at },
  break_ended: { type: 'break_ended', ...ofSam },
  rest_extended: { type: 'rest_extended', ...ofSam },
  topic_muted: { type: 'topic_muted', ...ofSam, shift, topic: 'bereavement' },
  band_changed: {
    type: 'band_changed',
    ...about,
    from: 3,
    to: 2,
    because: 'words',
    by: null,
    words: session,
    reason: null,
  },
  supervisors_called: { type: 'supervisors_called', ...about },
  capacity_set: { type: 'capacity_set', ...ofSam, by: jo, capacity: 1 },
  break_called: { type: 'break_called', ...ofSam, by: jo },
  shift_closed: { type: 'shift_closed', ...ofSam, by: jo },
  waiting_told: { type: 'waiting_told', ...about, by: jo, notice: 'told_still_here' },
  setup_changed: {
    type: 'setup_changed',
    service,
    staff: sam,
    sheet: 'snippets',
    added: 1,
    changed: 0,
    removed: 2,
  },
  door_set: { type: 'door_set', service, setting: 'at_capacity', reason: 'long_wait', by: null, at },
  door_kept_open: { type: 'door_kept_open', service, by: jo, at },
  signed_in: { type: 'signed_in', service, staff: sam, session },
  signed_out: { type: 'signed_out', service, staff: sam, session },
};
const every: readonly Fact[] = Object.values(facts);

const byStaff = (id: string) => ({ kind: 'staff', id }) as const;
const [bySam, byKim, byJo] = [byStaff(sam), byStaff(kim), byStaff(jo)];
const byVisitor = { kind: 'visitor', id: null } as const;
const bySystem = { kind: 'system', id: null } as const;
const none = { conversation: null, epoch: null, subject: null, whom: null, reason: null };
const talk = { ...none, conversation };
const ofOffer = { ...talk, subject: offer, whom: sam };
const ofHandover = { ...talk, subject: handover };

const EXPECTED: Record<Fact['type'], Omit<AuditRow, 'action' | 'service'>> = {
  conversation_started: { ...talk, actor: byVisitor, reason: 'band_2' },
  holding_began: { ...talk, actor: bySam, epoch: 3 },
  holding_passed: { ...talk, actor: byJo, epoch: 3, whom: sam, reason: 'safety' },
  visitor_left_quickly: { ...talk, actor: byVisitor },
  holding_lost: { ...talk, actor: bySystem, epoch: 3, whom: sam, reason: 'band_2' },
  conversation_ended: { ...talk, actor: bySam, epoch: 3, reason: 'went_quiet' },
  wrapped_up: { ...talk, actor: bySam, epoch: 3 },
  conversation_read: { ...talk, actor: bySam },
  observation_began: { ...talk, actor: bySam },
  observation_ended: { ...talk, actor: bySam },
  offer_made: { ...ofOffer, actor: bySystem },
  offer_accepted: { ...ofOffer, actor: bySam },
  offer_declined: { ...ofOffer, actor: bySam },
  offer_expired: { ...ofOffer, actor: bySystem },
  offer_withdrawn: { ...ofOffer, actor: bySystem },
  handover_proposed: { ...ofHandover, actor: byJo, whom: sam, epoch: 3, reason: 'cold' },
  handover_offered: { ...ofHandover, actor: bySystem, whom: kim },
  handover_declined: { ...ofHandover, actor: byKim },
  handover_missed: { ...ofHandover, actor: bySystem, whom: kim },
  handover_accepted: { ...ofHandover, actor: byKim },
  visitor_asked: { ...ofHandover, actor: bySystem, whom: kim },
  visitor_agreed: { ...ofHandover, actor: byVisitor, whom: kim },
  handover_joined: { ...ofHandover, actor: byKim, reason: 'visitor_agreed' },
  brief_read: { ...ofHandover, actor: byKim },
  control_passed: { ...ofHandover, actor: byKim, whom: sam, epoch: 4 },
  handover_left: { ...ofHandover, actor: byKim, whom: sam },
  handover_closed: { ...ofHandover, actor: byJo, whom: kim, reason: 'withdrawn' },
  availability_changed: { ...none, actor: bySam, reason: 'away' },
  checked_in: { ...none, actor: bySam, subject: shift, reason: 'one_at_a_time' },
  checked_out: { ...none, actor: bySam, subject: shift },
  break_began: { ...none, actor: bySystem, whom: sam, reason: 'due' },
  break_wanted: { ...none, actor: bySam },
  break_delayed: { ...none, actor: bySam },
  break_ended: { ...none, actor: bySam },
  rest_extended: { ...none, actor: bySam },
  topic_muted: { ...none, actor: bySam, subject: shift },
  band_changed: { ...talk, actor: bySystem, subject: session, reason: 'band_2' },
  supervisors_called: { ...talk, actor: bySystem },
  capacity_set: { ...none, actor: byJo, whom: sam, reason: 'capacity_1' },
  break_called: { ...none, actor: byJo, whom: sam },
  shift_closed: { ...none, actor: byJo, whom: sam },
  waiting_told: { ...talk, actor: byJo, reason: 'told_still_here' },
  setup_changed: { ...none, actor: bySam, reason: 'snippets' },
  door_set: { ...none, actor: bySystem, reason: 'at_capacity_long_wait' },
  door_kept_open: { ...none, actor: byJo },
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

  it('[AUD1] says whether a member of staff, the visitor or a clock ended it', () => {
    expect(auditRow({ ...facts.conversation_ended, by: 'visitor' })?.actor).toEqual(byVisitor);
    expect(auditRow({ ...facts.conversation_ended, by: null })?.actor).toEqual(bySystem);
  });

  it('[AUD1] says why somebody is to be answered later than before', () => {
    const lowered = {
      from: 2,
      to: 3,
      because: 'person',
      by: jo,
      words: null,
      reason: 'set_by_mistake',
    } as const;
    expect(auditRow({ ...facts.band_changed, ...lowered })).toMatchObject({
      actor: byJo,
      reason: 'band_3_set_by_mistake',
    });
  });

  it('[AUD1] says of a handover that ended who ended it, and why where the state alone does not say it', () => {
    const { handover_closed: fact, handover_left: left, handover_joined: joined } = facts;
    expect(auditRow({ ...fact, by: 'visitor', state: 'visitor_said_no', reason: null })).toMatchObject({
      actor: byVisitor,
      reason: 'visitor_said_no',
    });
    expect(auditRow({ ...fact, by: null, receiver: null, reason: 'nobody_free' })).toMatchObject({
      actor: bySystem,
      whom: null,
      reason: 'nobody_free',
    });
    expect(auditRow({ ...left, by: null })?.actor).toEqual(bySystem);
    expect(auditRow({ ...joined, mustLeave: true })?.reason).toBe('visitor_told');
  });
});

/** What must never be written down, under names that somebody might give it. */
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
      const { service: of, actor, conversation: about, subject, whom, reason, epoch, ...rest } = rowOf(fact);
      for (const id of [of, actor.id, about, subject, whom]) expect(id ?? of).toMatch(uuid);
      for (const code of [actor.kind, reason]) expect(code ?? 'none').toMatch(codes);
      expect(epoch ?? 1).toEqual(expect.any(Number));
      expect(rest).toEqual({ action: fact.type });
    },
  );
});
