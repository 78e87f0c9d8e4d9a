import { accept, assertNever, refuse, type Decision, type Instant, type StaffId } from '@warmline/kernel';
import type { Conversation } from './conversation';
import type { ConversationEvent, PassReason } from './events';

type Passing = Extract<ConversationEvent, { type: 'holding_passed' | 'holding_began' }>;

interface Pass {
  readonly to: StaffId;
  readonly reason: PassReason;
  readonly at: Instant;
}

/**
 * The conversation changes hands: the one holding ends and the next begins, under the next epoch, in one step (HND2).
 * From the queue the new holder takes it directly. Passing it to its holder changes nothing. Refuses `conversation_ended`.
 */
export const pass = (
  conversation: Conversation,
  { to, reason, at }: Pass,
): Decision<Passing, 'conversation_ended'> => {
  const { service, id } = conversation;
  const began: Passing = {
    type: 'holding_began',
    service,
    conversation: id,
    staff: to,
    epoch: conversation.epoch + 1,
    at,
  };
  switch (conversation.state) {
    case 'waiting':
      return accept(began);
    case 'talking': {
      const { holder: staff, epoch } = conversation;
      if (staff === to) return accept();
      return accept<Passing>(
        { type: 'holding_passed', service, conversation: id, staff, epoch, to, reason, at },
        began,
      );
    }
    case 'ended':
      return refuse('conversation_ended');
    default:
      return assertNever(conversation);
  }
};
