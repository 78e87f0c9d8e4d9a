import { accept, later, MINUTE, refuse, type Accepted, type Instant, type Refused } from '@warmline/kernel';
import type { Conversation } from './conversation';
import { staffWriteRefusal, type StaffClaim } from './decisions';
import type { ConversationEvent } from './events';

/** One extension of the soft length (ms). */
export const EXTENSION = 15 * MINUTE;

/** Both sides are told when so many minutes are left. Told later than `until`, it would not be true any more. */
export const TIME_WARNINGS = [
  { minutes: 15, until: 12 },
  { minutes: 5, until: 3 },
] as const;
export type MinutesLeft = (typeof TIME_WARNINGS)[number]['minutes'];

export interface SessionFacts {
  /** When the first holding began: a handover does not begin the time again. */
  readonly beganAt: Instant;
  /** The soft length (ms), without extensions. */
  readonly length: number;
  readonly extensions: number;
  /** The last warning of the length as it is now; null before one. */
  readonly told: MinutesLeft | null;
}

type Told = Extract<ConversationEvent, { type: 'time_told' }>;
type Extended = Extract<ConversationEvent, { type: 'conversation_extended' }>;

/** When the soft length is over. `scaled` makes a span of this process's clock. */
export const softEndOf = (
  { beganAt, length, extensions }: SessionFacts,
  scaled: (span: number) => number,
): Instant => later(beganAt, scaled(length + extensions * EXTENSION));

interface TellAt {
  readonly at: Instant;
  readonly scaled: (span: number) => number;
}

/**
 * How much time is left, said once each at 15 and 5 minutes before the soft end, and only while it is true. Nobody in danger
 * is told: a person decides there. Nothing ends at the soft end.
 */
export const tellTime = (
  conversation: Conversation,
  facts: SessionFacts,
  { at, scaled }: TellAt,
): Accepted<Told> => {
  if (conversation.state !== 'talking' || conversation.visitorLeft || conversation.isInDanger)
    return accept<Told>();
  const left = softEndOf(facts, scaled) - at;
  const warning = TIME_WARNINGS.find(
    ({ minutes, until }) =>
      minutes * MINUTE < facts.length && left <= scaled(minutes * MINUTE) && left > scaled(until * MINUTE),
  );
  if (warning === undefined || (facts.told !== null && facts.told <= warning.minutes)) return accept<Told>();
  const { service, id } = conversation;
  return accept<Told>({ type: 'time_told', service, conversation: id, minutes: warning.minutes, at });
};

/** The holder adds 15 minutes. `number` is that of the extension, 1 first: one sent twice is one. */
export const extendTime = (
  conversation: Conversation,
  claim: StaffClaim,
  wished: { readonly number: number; readonly extensions: number; readonly at: Instant },
): Accepted<Extended> | Refused<'not_found' | 'stale_epoch' | 'conversation_ended'> => {
  const refusal = staffWriteRefusal(conversation, claim);
  if (refusal !== null) return refuse(refusal);
  if (wished.number !== wished.extensions + 1) return accept<Extended>();
  const { service, id, epoch } = conversation;
  const { number, at } = wished;
  return accept<Extended>({
    type: 'conversation_extended',
    service,
    conversation: id,
    staff: claim.staff,
    epoch,
    number,
    at,
  });
};
