import { accept, type Accepted, type Instant } from '@warmline/kernel';
import type { EndReason } from '@warmline/vocabulary';
import type { Conversation } from './conversation';
import type { ConversationEvent } from './events';

type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;

/** Why nobody will reach them: not before the service closes, or nobody has been on for too long. */
export type TurningAwayReason = Extract<EndReason, 'turned_away' | 'nobody_on'>;

/**
 * Somebody who waits would not be reached, and is told so while others can still be called. Whoever has been taken meanwhile,
 * or has left, is not turned away; nor is whoever is back in the queue after a talk.
 */
export const endByTurningAway = (
  conversation: Conversation,
  { reason, at }: { readonly reason: TurningAwayReason; readonly at: Instant },
): Accepted<Ended> =>
  conversation.state === 'waiting' && conversation.epoch === 0
    ? accept<Ended>({
        type: 'conversation_ended',
        service: conversation.service,
        conversation: conversation.id,
        epoch: conversation.epoch,
        reason,
        by: null,
        at,
      })
    : accept();
