import { assertNever } from '@warmline/kernel';
import type { HandoverEvent, HandoverFact } from '../events';
import { isOpen } from '../facts';
import type { Closed, ClosedState, Handover, OpenHandover } from '../handover';

type Later = Exclude<HandoverEvent, { type: 'handover_proposed' }>;
type WithReceiver = Exclude<OpenHandover, { state: 'proposed' }>;

const received = (handover: Handover): WithReceiver => {
  if (!isOpen(handover) || handover.state === 'proposed') throw new TypeError('nobody receives it');
  return handover;
};

const withoutReceiver = (handover: Handover) => {
  const { id, service, conversation, kind, epoch, sender, proposedBy, target, mustLeave } = handover;
  return { id, service, conversation, kind, epoch, sender, proposedBy, target, mustLeave };
};
const closedAs = (handover: Handover, state: ClosedState): Closed => ({
  ...withoutReceiver(handover),
  receiver: 'receiver' in handover ? handover.receiver : null,
  state,
});
type Ends = HandoverFact<'control_passed' | 'handover_left' | 'handover_closed'>;

const afterTheEnd = (handover: Handover, fact: Ends): Handover => {
  switch (fact.type) {
    case 'control_passed':
      return { ...received(handover), state: 'control_passed', expiresAt: fact.expiresAt };
    case 'handover_left':
      return closedAs(handover, 'left');
    case 'handover_closed':
      return closedAs(handover, fact.state);
    default:
      return assertNever(fact);
  }
};

const afterOne = (handover: Handover, fact: Later): Handover => {
  switch (fact.type) {
    case 'handover_offered': {
      const { receiver, expiresAt } = fact;
      return { ...withoutReceiver(handover), state: 'offered', receiver, briefRead: false, expiresAt };
    }
    case 'handover_declined':
    case 'handover_missed':
      return { ...withoutReceiver(handover), state: 'proposed', expiresAt: fact.expiresAt };
    case 'handover_accepted':
    case 'visitor_agreed':
      return handover;
    case 'visitor_asked':
      return { ...received(handover), state: 'visitor_asked', expiresAt: fact.expiresAt };
    case 'handover_joined': {
      const { receiver, briefRead } = received(handover);
      return { ...withoutReceiver(handover), state: 'joined', receiver, briefRead };
    }
    case 'brief_read':
      return { ...received(handover), briefRead: true };
    default:
      return afterTheEnd(handover, fact);
  }
};

/** What a handover is once these facts hold: what the table keeps of them, without a table. */
export const after = (handover: Handover, facts: readonly HandoverEvent[]): Handover => {
  let now = handover;
  for (const fact of facts) {
    if (fact.type === 'handover_proposed') throw new TypeError('it is proposed already');
    now = afterOne(now, fact);
  }
  return now;
};
