import type { Handover } from '@warmline/contracts';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { handoverEndWords, handoverFormWords } from './handover-words';

const expiredWords = ({ reason, receiver, visitorName, conversationId }: Handover): string => {
  const end = handoverEndWords;
  if (reason === 'visitor_silent') return end.visitorSilent(visitorCalled(visitorName, conversationId));
  return reason === 'not_answered' && receiver !== null ? end.notAnswered(receiver.name) : end.nobodyFree;
};

const cancelledWords = ({ reason, receiver, proposedBy, sender }: Handover): string => {
  const end = handoverEndWords;
  if (reason === 'receiver_lost' && receiver !== null) return end.receiverLost(receiver.name);
  if (reason !== 'withdrawn') return end.otherwise;
  return proposedBy.id === sender.id ? end.withdrawn : end.withdrawnBy(proposedBy.name);
};

/** What the sender of a failed handover is told; null if the handover did not fail. */
export const endForSender = (handover: Handover): string | null => {
  const end = handoverEndWords;
  switch (handover.state) {
    case 'declined':
      return end.declined(handover.receiver?.name ?? handoverFormWords.person);
    case 'visitor_said_no':
      return end.visitorNo(visitorCalled(handover.visitorName, handover.conversationId));
    case 'expired':
      return expiredWords(handover);
    case 'cancelled':
      return cancelledWords(handover);
    default:
      return null;
  }
};

/** The same for the one who was asked or had accepted; null where they know already. */
export const endForReceiver = (handover: Handover): string | null => {
  const { toReceiver } = handoverEndWords;
  const { state, reason, sender } = handover;
  const visitor = visitorCalled(handover.visitorName, handover.conversationId);
  switch (state) {
    case 'visitor_said_no':
      return toReceiver.visitorNo(visitor, sender.name);
    case 'expired':
      return reason === 'visitor_silent'
        ? toReceiver.visitorSilent(visitor, sender.name)
        : toReceiver.notAnswered(sender.name);
    case 'cancelled':
      if (reason === 'withdrawn') return toReceiver.withdrawn(sender.name);
      return reason === 'conversation_ended' ? toReceiver.ended : toReceiver.otherwise(sender.name);
    default:
      return null;
  }
};
