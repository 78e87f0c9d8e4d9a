import { accept, type Accepted, type Instant } from '@warmline/kernel';
import type { Conversation } from './conversation';
import { mustEndByPerson } from './danger';
import type { ConversationEvent } from './events';

type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;

/** The conversation as it was when its visitor was found to have been away for too long. */
export interface FoundAway {
  readonly state: 'waiting' | 'talking';
  readonly epoch: number;
  readonly at: Instant;
}

/**
 * The visitor's page has been away for longer than the place is kept. What has moved on since it was found goes on, and
 * who left by quick exit has an end of their own (`endAfterQuickExit`). A visitor whom someone holds, and who is in danger or was
 * until a colleague lowered it, is not ended by this timer (SAF2).
 */
export const endByAbsence = (conversation: Conversation, found: FoundAway): Accepted<Ended> => {
  if (conversation.state !== found.state || conversation.epoch !== found.epoch) return accept();
  if (conversation.state === 'talking' && (conversation.visitorLeft || mustEndByPerson(conversation)))
    return accept();
  return accept<Ended>({
    type: 'conversation_ended',
    service: conversation.service,
    conversation: conversation.id,
    epoch: conversation.epoch,
    reason: conversation.state === 'waiting' ? 'left_waiting' : 'connection_lost',
    by: null,
    at: found.at,
  });
};
