import type { ConversationEvent } from '@warmline/conversation';
import type { HandoverEvent } from '@warmline/handover';
import type { IdentityEvent } from '@warmline/identity';
import type { DoorEvent, RoutingEvent, SupervisionEvent } from '@warmline/routing';
import type { SetupEvent } from '@warmline/setup';

/** Every fact the product knows. */
export type Fact =
  | ConversationEvent
  | RoutingEvent
  | DoorEvent
  | HandoverEvent
  | IdentityEvent
  | SetupEvent
  | SupervisionEvent;
type FactOf<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** One line of the audit: ids and codes only, never text a person wrote, a token or a network address. */
export interface AuditRow {
  readonly action: Fact['type'];
  readonly service: string;
  readonly actor: { readonly kind: 'visitor' | 'staff' | 'system'; readonly id: string | null };
  readonly conversation: string | null;
  readonly epoch: number | null;
  /** What it was about, where that is neither the actor nor the conversation: an offer, a handover, a session. */
  readonly subject: string | null;
  /** The member of staff it concerns, beside the actor: who was asked, who lost a line, who takes over. */
  readonly whom: string | null;
  /** A code from a closed list, such as an end reason or a band. */
  readonly reason: string | null;
}

/** `record` as it stands, or `skip` and say why. */
type Verdict<Type extends Fact['type']> =
  | { readonly verdict: 'record'; readonly row: (fact: FactOf<Type>) => Omit<AuditRow, 'action' | 'service'> }
  | { readonly verdict: 'skip'; readonly why: string };

const visitor = { kind: 'visitor', id: null } as const;
const system = { kind: 'system', id: null } as const;
const byStaff = (id: string) => ({ kind: 'staff', id }) as const;

const plain = { conversation: null, epoch: null, subject: null, whom: null, reason: null } as const;

type AboutOffer = Extract<Fact, { offer: unknown }>;
const offerRow =
  (actor: (fact: AboutOffer) => AuditRow['actor']) =>
  (fact: AboutOffer): Omit<AuditRow, 'action' | 'service'> => ({
    ...plain,
    actor: actor(fact),
    conversation: fact.conversation,
    subject: fact.offer,
    whom: fact.staff,
  });
const whoWasAsked = (fact: AboutOffer) => byStaff(fact.staff);

type AboutHandover = Extract<Fact, { handover: unknown }>;
const ofHandover = ({ conversation, handover }: AboutHandover) => ({
  ...plain,
  conversation,
  subject: handover,
});
const actorOf = (by: string | null): AuditRow['actor'] => {
  if (by === null) return system;
  return by === 'visitor' ? visitor : byStaff(by);
};

/** Something about their own day that a member of staff decided. */
const ofOneself = {
  verdict: 'record',
  row: ({ staff }: { readonly staff: string }) => ({ ...plain, actor: byStaff(staff) }),
} as const;

/** A fact without a decision here does not compile. */
export const verdicts: { readonly [Type in Fact['type']]: Verdict<Type> } = {
  conversation_started: {
    verdict: 'record',
    row: ({ conversation, band }) => ({ ...plain, actor: visitor, conversation, reason: `band_${band}` }),
  },
  holding_began: {
    verdict: 'record',
    row: ({ conversation, staff, epoch }) => ({ ...plain, actor: byStaff(staff), conversation, epoch }),
  },
  holding_passed: {
    verdict: 'record',
    row: ({ conversation, staff, to, epoch, reason }) => ({
      ...plain,
      actor: byStaff(to),
      conversation,
      epoch,
      whom: staff,
      reason,
    }),
  },
  visitor_left_quickly: {
    verdict: 'record',
    row: ({ conversation }) => ({ ...plain, actor: visitor, conversation }),
  },
  holding_lost: {
    verdict: 'record',
    row: ({ conversation, staff, epoch, band }) => ({
      ...plain,
      actor: system,
      conversation,
      epoch,
      whom: staff,
      reason: `band_${band}`,
    }),
  },
  conversation_ended: {
    verdict: 'record',
    row: ({ conversation, by, epoch, reason }) => ({
      ...plain,
      actor: actorOf(by),
      conversation,
      epoch,
      reason,
    }),
  },
  wrapped_up: {
    verdict: 'record',
    row: ({ conversation, staff, epoch }) => ({ ...plain, actor: byStaff(staff), conversation, epoch }),
  },
  conversation_read: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  observation_began: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  observation_ended: {
    verdict: 'record',
    row: ({ conversation, staff }) => ({ ...plain, actor: byStaff(staff), conversation }),
  },
  offer_made: { verdict: 'record', row: offerRow(() => system) },
  offer_accepted: { verdict: 'record', row: offerRow(whoWasAsked) },
  offer_declined: { verdict: 'record', row: offerRow(whoWasAsked) },
  offer_expired: { verdict: 'record', row: offerRow(() => system) },
  offer_withdrawn: { verdict: 'record', row: offerRow(() => system) },
  handover_proposed: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: byStaff(fact.by),
      whom: fact.sender,
      epoch: fact.epoch,
      reason: fact.kind,
    }),
  },
  handover_offered: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: system, whom: fact.receiver }),
  },
  handover_declined: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: byStaff(fact.receiver) }),
  },
  handover_missed: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: system, whom: fact.receiver }),
  },
  handover_accepted: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: byStaff(fact.receiver) }),
  },
  visitor_asked: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: system, whom: fact.receiver }),
  },
  visitor_agreed: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: visitor, whom: fact.receiver }),
  },
  handover_joined: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: byStaff(fact.receiver),
      reason: fact.mustLeave ? 'visitor_told' : 'visitor_agreed',
    }),
  },
  brief_read: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: byStaff(fact.receiver) }),
  },
  control_passed: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: byStaff(fact.receiver),
      whom: fact.sender,
      epoch: fact.epoch,
    }),
  },
  handover_left: {
    verdict: 'record',
    row: (fact) => ({ ...ofHandover(fact), actor: actorOf(fact.by), whom: fact.sender }),
  },
  handover_closed: {
    verdict: 'record',
    row: (fact) => ({
      ...ofHandover(fact),
      actor: actorOf(fact.by),
      whom: fact.receiver,
      reason: fact.reason ?? fact.state,
    }),
  },
  availability_changed: {
    verdict: 'record',
    row: ({ staff, availability, because }) => ({
      ...plain,
      actor: because === 'missed_offers' ? system : byStaff(staff),
      whom: because === 'missed_offers' ? staff : null,
      reason: because === 'missed_offers' ? because : availability,
    }),
  },
  checked_in: {
    verdict: 'record',
    row: ({ staff, shift, checkIn }) => ({
      ...plain,
      actor: byStaff(staff),
      subject: shift,
      reason: checkIn,
    }),
  },
  checked_out: {
    verdict: 'record',
    row: ({ staff, shift }) => ({ ...plain, actor: byStaff(staff), subject: shift }),
  },
  break_began: {
    verdict: 'record',
    row: ({ staff, why }) => ({ ...plain, actor: system, whom: staff, reason: why }),
  },
  break_wanted: ofOneself,
  break_delayed: ofOneself,
  break_ended: ofOneself,
  rest_extended: ofOneself,
  // Which topic is theirs alone.
  topic_muted: {
    verdict: 'record',
    row: ({ staff, shift }) => ({ ...plain, actor: byStaff(staff), subject: shift }),
  },
  band_changed: {
    verdict: 'record',
    row: ({ conversation, by, to, words, reason }) => ({
      ...plain,
      actor: by === null ? system : byStaff(by),
      conversation,
      subject: words,
      reason: reason === null ? `band_${to}` : `band_${to}_${reason}`,
    }),
  },
  capacity_set: {
    verdict: 'record',
    row: ({ by, staff, capacity }) => ({
      ...plain,
      actor: byStaff(by),
      whom: staff,
      reason: `capacity_${capacity}`,
    }),
  },
  break_called: {
    verdict: 'record',
    row: ({ by, staff }) => ({ ...plain, actor: byStaff(by), whom: staff }),
  },
  shift_closed: {
    verdict: 'record',
    row: ({ by, staff }) => ({ ...plain, actor: byStaff(by), whom: staff }),
  },
  waiting_told: {
    verdict: 'record',
    row: ({ by, conversation, notice }) => ({ ...plain, actor: byStaff(by), conversation, reason: notice }),
  },
  supervisors_called: {
    verdict: 'record',
    row: ({ conversation }) => ({ ...plain, actor: system, conversation }),
  },
  setup_changed: {
    verdict: 'record',
    row: ({ staff, sheet }) => ({ ...plain, actor: byStaff(staff), reason: sheet }),
  },
  door_set: {
    verdict: 'record',
    row: ({ setting, reason, by }) => ({ ...plain, actor: actorOf(by), reason: `${setting}_${reason}` }),
  },
  door_kept_open: {
    verdict: 'record',
    row: ({ by }) => ({ ...plain, actor: byStaff(by) }),
  },
  signed_in: {
    verdict: 'record',
    row: ({ staff, session }) => ({ ...plain, actor: byStaff(staff), subject: session }),
  },
  signed_out: {
    verdict: 'record',
    row: ({ staff, session }) => ({ ...plain, actor: byStaff(staff), subject: session }),
  },
};

/** The row to write in the fact's own transaction, or null where the table above says skip. */
export const auditRow = <Type extends Fact['type']>(
  fact: FactOf<Type> & { readonly type: Type },
): AuditRow | null => {
  const verdict = verdicts[fact.type];
  if (verdict.verdict === 'skip') return null;
  return { action: fact.type, service: fact.service, ...verdict.row(fact) };
};
