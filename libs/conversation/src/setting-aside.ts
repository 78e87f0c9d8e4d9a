import { accept, type Accepted, type Instant } from '@warmline/kernel';
import type { Conversation } from './conversation';
import { mustEndByPerson } from './danger';
import type { ConversationEvent } from './events';

type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;

/**
 * Ends a chat that two supervisors set aside as part of a flood, once it cannot be brought back any more. A visitor who is
 * in danger, or was until a colleague lowered it, is ended only if both ticked this one chat (SAF2). Who was answered once is no part of a flood.
 */
export const endSetAside = (
  conversation: Conversation,
  { tickedByBoth, at }: { readonly tickedByBoth: boolean; readonly at: Instant },
): Accepted<Ended> =>
  conversation.state === 'waiting' &&
  conversation.epoch === 0 &&
  (tickedByBoth || !mustEndByPerson(conversation))
    ? accept<Ended>({
        type: 'conversation_ended',
        service: conversation.service,
        conversation: conversation.id,
        epoch: conversation.epoch,
        reason: 'service_stopped',
        by: null,
        at,
      })
    : accept();
