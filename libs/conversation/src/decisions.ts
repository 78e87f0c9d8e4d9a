import {
  accept,
  assertNever,
  refuse,
  type Accepted,
  type Decision,
  type Instant,
  type StaffId,
} from '@warmline/kernel';
import type { EndReason, ResponderEndReason } from '@warmline/vocabulary';
import type { Conversation } from './conversation';
import { mustEndByPerson, needsAgreement } from './danger';
import type { ConversationEvent } from './events';

type FactOf<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>;
type Held = 'conversation_ended' | 'stale_epoch' | 'not_found';

/** A staff write as it arrives: under which holding they believe they act, and whether that holding was ever theirs. */
export interface StaffClaim {
  readonly staff: StaffId;
  readonly epoch: number;
  readonly held: boolean;
}

/**
 * A responder takes a waiting conversation; the new holding gets the next epoch.
 * Refuses `offer_taken` when another responder holds it, `conversation_ended` when the visitor has gone.
 */
export const begin = (
  conversation: Conversation,
  staff: StaffId,
  at: Instant,
): Decision<FactOf<'holding_began'>, 'offer_taken' | 'conversation_ended'> => {
  switch (conversation.state) {
    case 'waiting':
      return accept<FactOf<'holding_began'>>({
        type: 'holding_began',
        service: conversation.service,
        conversation: conversation.id,
        staff,
        epoch: conversation.epoch + 1,
        at,
      });
    case 'talking':
      return refuse('offer_taken');
    case 'ended':
      return refuse('conversation_ended');
    default:
      return assertNever(conversation);
  }
};

/**
 * Whether this member of staff may write now. A person who never held it learns nothing (`not_found`).
 * An older epoch is refused (`stale_epoch`).
 */
export const staffWriteRefusal = (conversation: Conversation, claim: StaffClaim): Held | null => {
  if (!claim.held) return 'not_found';
  if (claim.epoch !== conversation.epoch || conversation.state === 'waiting') return 'stale_epoch';
  return conversation.state === 'ended' ? 'conversation_ended' : null;
};

const ended = (
  conversation: Conversation,
  how: { readonly reason: EndReason; readonly by: StaffId | 'visitor' | null; readonly at: Instant },
): Accepted<FactOf<'conversation_ended'>> =>
  accept({
    type: 'conversation_ended',
    service: conversation.service,
    conversation: conversation.id,
    epoch: conversation.epoch,
    ...how,
  });

/**
 * The visitor ends: out of the queue while waiting, the chat while talking. Ending twice, or after a quick exit, changes
 * nothing.
 */
export const endByVisitor = (
  conversation: Conversation,
  at: Instant,
): Accepted<FactOf<'conversation_ended'>> => {
  switch (conversation.state) {
    case 'waiting':
      return ended(conversation, { reason: 'left_waiting', by: 'visitor', at });
    case 'talking':
      return conversation.visitorLeft
        ? accept()
        : ended(conversation, { reason: 'visitor_ended', by: 'visitor', at });
    case 'ended':
      return accept();
    default:
      return assertNever(conversation);
  }
};

/** The holder ends with a reason, alone: refuses `agreement_needed` where that takes a second person (SAF2). */
export const endByHolder = (
  conversation: Conversation,
  claim: StaffClaim,
  how: { readonly reason: ResponderEndReason; readonly at: Instant },
): Decision<FactOf<'conversation_ended'>, Held | 'agreement_needed'> => {
  const refusal = staffWriteRefusal(conversation, claim);
  if (refusal !== null) return refuse(refusal);
  if (needsAgreement(conversation, claim.staff)) return refuse('agreement_needed');
  return ended(conversation, { ...how, by: claim.staff });
};

/**
 * Quick exit. A waiting conversation ends at once. In an answered one the responder is told first, and a timer ends it
 * soon after (see `endAfterQuickExit`). Repeated or late exits change nothing.
 */
export const leaveQuickly = (
  conversation: Conversation,
  at: Instant,
): Accepted<FactOf<'conversation_ended' | 'visitor_left_quickly'>> => {
  switch (conversation.state) {
    case 'waiting':
      return ended(conversation, { reason: 'quick_exit', by: 'visitor', at });
    case 'talking':
      return conversation.visitorLeft
        ? accept()
        : accept<FactOf<'conversation_ended' | 'visitor_left_quickly'>>({
            type: 'visitor_left_quickly',
            service: conversation.service,
            conversation: conversation.id,
            at,
          });
    case 'ended':
      return accept();
    default:
      return assertNever(conversation);
  }
};

/**
 * The timer after a quick exit. Late, early and repeated calls are harmless: only a conversation that was left ends. In danger,
 * and after a colleague lowered it, a person must end it (SAF2).
 */
export const endAfterQuickExit = (
  conversation: Conversation,
  at: Instant,
): Accepted<FactOf<'conversation_ended'>> =>
  conversation.state === 'talking' && conversation.visitorLeft && !mustEndByPerson(conversation)
    ? ended(conversation, { reason: 'quick_exit', by: null, at })
    : accept();

/**
 * The lease of the holding under `epoch` ran out. The visitor goes back to the queue in `band`; who left by quick exit
 * has no page to come back to and stays. Late and repeated findings change nothing.
 */
export const loseHolder = (
  conversation: Conversation,
  lost: { readonly epoch: number; readonly band: 1 | 2 | 3; readonly at: Instant },
): Accepted<FactOf<'holding_lost'>> => {
  if (conversation.state !== 'talking' || conversation.epoch !== lost.epoch || conversation.visitorLeft)
    return accept();
  const { service, id, holder: staff } = conversation;
  return accept({ type: 'holding_lost', service, conversation: id, staff, ...lost });
};

/** A holding as wrap-up needs it: it can be finished after control has passed. */
export interface HoldingToWrapUp {
  readonly staff: StaffId;
  readonly epoch: number;
  readonly ended: boolean;
  readonly wrappedUp: boolean;
}

/** The coding after the conversation, once per holding, by the person who held it. */
export const wrapUp = (
  conversation: Conversation,
  holding: HoldingToWrapUp,
  at: Instant,
): Decision<FactOf<'wrapped_up'>, 'not_ended' | 'already_wrapped_up'> => {
  if (!holding.ended) return refuse('not_ended');
  if (holding.wrappedUp) return refuse('already_wrapped_up');
  return accept<FactOf<'wrapped_up'>>({
    type: 'wrapped_up',
    service: conversation.service,
    conversation: conversation.id,
    staff: holding.staff,
    epoch: holding.epoch,
    at,
  });
};
