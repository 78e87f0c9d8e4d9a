import { accept, refuse, type Decision, type Instant, type StaffId } from '@warmline/kernel';
import type { Conversation } from './conversation';
import type { StaffClaim } from './decisions';
import type { ConversationEvent } from './events';

type FactOf<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>;

/** A person of the team who writes beside a conversation. */
export interface WriterBeside {
  readonly claim: StaffClaim;
  /** A supervisor who reads along now, recorded. */
  readonly isReading: boolean;
}

/**
 * Whether they may add a note for the team: the holder until they have wrapped up, and a supervisor who reads along. Else
 * `not_found`, `conversation_ended`, or `stale_epoch` once another person holds it or nobody does.
 */
export const noteRefusal = (
  conversation: Conversation,
  { claim, isReading, isWrappedUp }: WriterBeside & { readonly isWrappedUp: boolean },
): 'not_found' | 'stale_epoch' | 'conversation_ended' | null => {
  if (isReading) return null;
  if (!claim.held) return 'not_found';
  if (claim.epoch !== conversation.epoch || conversation.state === 'waiting') return 'stale_epoch';
  return isWrappedUp ? 'conversation_ended' : null;
};

/** Who is at the two ends of a private lane at this moment. */
export interface LaneEnds {
  /** Supervisors who read along, beside the holder. */
  readonly supervisors: readonly StaffId[];
  /** The holder has an open call for help about this conversation. */
  readonly hasCalled: boolean;
}

/** A lane is open while a supervisor reads along or the holder has called one. */
export const isLaneOpen = (
  conversation: Pick<Conversation, 'state'>,
  { supervisors, hasCalled }: LaneEnds,
): boolean => conversation.state === 'talking' && (supervisors.length > 0 || hasCalled);

/**
 * Whether they may write in the private lane of the holding under `claim.epoch`. Each holding has its own, so that no word
 * meant for one responder reaches the next. Else `not_found`, `stale_epoch`, `conversation_ended`, or `lane_closed` while
 * there is nobody at the other end.
 */
export const privateWordRefusal = (
  conversation: Conversation,
  { claim, isReading }: WriterBeside,
  ends: LaneEnds,
): 'not_found' | 'stale_epoch' | 'conversation_ended' | 'lane_closed' | null => {
  if (!claim.held && !isReading) return 'not_found';
  if (conversation.state === 'ended') return 'conversation_ended';
  if (conversation.state === 'waiting' || claim.epoch !== conversation.epoch) return 'stale_epoch';
  return isLaneOpen(conversation, ends) ? null : 'lane_closed';
};

/** A supervisor who reads along, and whether the visitor knows that they are here. */
export interface Observer {
  readonly staff: StaffId;
  readonly isReading: boolean;
  readonly hasJoined: boolean;
  readonly at: Instant;
}

/**
 * A supervisor who reads along joins openly: the visitor is told. The holder stays the one writer. Twice is once. Refuses
 * `not_found` to who does not read along, `conversation_ended`, and `stale_epoch` where nobody holds it or they do.
 */
export const joinOpenly = (
  conversation: Conversation,
  { staff, isReading, hasJoined, at }: Observer,
): Decision<FactOf<'supervisor_joined'>, 'not_found' | 'stale_epoch' | 'conversation_ended'> => {
  if (!isReading) return refuse('not_found');
  if (conversation.state === 'ended') return refuse('conversation_ended');
  if (conversation.state === 'waiting' || conversation.holder === staff) return refuse('stale_epoch');
  if (hasJoined) return accept();
  const { service, id } = conversation;
  return accept<FactOf<'supervisor_joined'>>({
    type: 'supervisor_joined',
    service,
    conversation: id,
    staff,
    at,
  });
};

/** They leave again, and the visitor is told. Nothing to tell where they had not joined, or the chat is over. */
export const leaveOpenly = (
  conversation: Conversation,
  { staff, hasJoined, at }: Omit<Observer, 'isReading'>,
): readonly FactOf<'supervisor_left'>[] => {
  if (!hasJoined || conversation.state === 'ended') return [];
  const { service, id } = conversation;
  return [{ type: 'supervisor_left', service, conversation: id, staff, at }];
};
