import { accept, type Accepted, type Instant } from '@warmline/kernel';
import type { Conversation } from './conversation';
import type { ConversationEvent } from './events';

type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;

/**
 * Somebody who waits would not be reached before the service closes, and is told so while others can still be called. Whoever
 * has been taken meanwhile, or has left, is not turned away; nor is whoever is back in the queue after a talk.
 */
export const endByTurningAway = (conversation: Conversation, at: Instant): Accepted<Ended> =>
  conversation.state === 'waiting' && conversation.epoch === 0
    ? accept<Ended>({
        type: 'conversation_ended',
        service: conversation.service,
        conversation: conversation.id,
        epoch: conversation.epoch,
        reason: 'turned_away',
        by: null,
        at,
      })
    : accept();
