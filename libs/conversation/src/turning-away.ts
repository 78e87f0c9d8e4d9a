import { accept, type Accepted, type Instant } from '@warmline/kernel';
import type { EndReason } from '@warmline/vocabulary';
import type { Conversation } from './conversation';
import { mustEndByPerson } from './danger';
import type { ConversationEvent } from './events';

type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;

/** Why nobody will reach them: not before the service closes, or nobody has been on for too long. */
export type TurningAwayReason = Extract<EndReason, 'turned_away' | 'nobody_on'>;

/**
 * Ends the wait of a visitor whom no one will reach, while the visitor can still call others. A visitor who was taken or
 * has left is not turned away. Nor is a visitor who is in danger, or was until a colleague lowered it (SAF2), or one who is back
 * in the queue after a conversation.
 */
export const endByTurningAway = (
  conversation: Conversation,
  { reason, at }: { readonly reason: TurningAwayReason; readonly at: Instant },
): Accepted<Ended> =>
  conversation.state === 'waiting' && conversation.epoch === 0 && !mustEndByPerson(conversation)
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
