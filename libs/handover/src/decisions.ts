import type { Conversation } from '@warmline/conversation';
import {
  accept,
  later,
  refuse,
  type Accepted,
  type Decision,
  type HandoverId,
  type Instant,
  type StaffId,
} from '@warmline/kernel';
import type { HandoverEvent, HandoverFact } from './events';
import { about, closed, isLate, isOpen, withReceiver } from './facts';
import type { Deadlines, Handover } from './handover';

/** A proposal as it arrives, with what the database knows about the person who asks. */
export interface Proposal {
  readonly id: HandoverId;
  readonly by: StaffId;
  readonly isSupervisor: boolean;
  /** The newest holding as the one who asks believes. */
  readonly epoch: number;
  /** Who holds the conversation, or held it last; null for one nobody ever held. */
  readonly holder: StaffId | null;
  /** Whether the holder's console answers. */
  readonly holderPresent: boolean;
}

/** A holder who asks is there, whatever is known of their console. */
const isHolderThere = ({ by, holder, holderPresent }: Proposal): boolean => holderPresent || by === holder;

/**
 * The holder or a supervisor asks to hand the conversation over. Warm while the holder is present, cold after they are gone.
 * Refuses `not_found` to everyone else, `conversation_ended`, and `stale_epoch` when another person holds it.
 */
export const propose = (
  conversation: Conversation,
  proposal: Proposal,
  { at, deadlines }: { readonly at: Instant; readonly deadlines: Deadlines },
): Decision<HandoverFact<'handover_proposed'>, 'not_found' | 'conversation_ended' | 'stale_epoch'> => {
  const { id, by, epoch, holder } = proposal;
  if (holder === null || (by !== holder && !proposal.isSupervisor)) return refuse('not_found');
  if (conversation.state === 'ended') return refuse('conversation_ended');
  const isGone = conversation.state === 'waiting';
  if (epoch !== conversation.epoch || (isGone && !proposal.isSupervisor)) return refuse('stale_epoch');
  return accept<HandoverFact<'handover_proposed'>>({
    type: 'handover_proposed',
    service: conversation.service,
    conversation: conversation.id,
    handover: id,
    sender: holder,
    by,
    epoch,
    kind: isGone || !isHolderThere(proposal) ? 'cold' : 'warm',
    expiresAt: later(at, deadlines.proposal),
    at,
  });
};

/** The next person is asked. Changes nothing unless nobody is being asked, nor once nobody may be asked any more. */
export const offerTo = (
  handover: Handover,
  receiver: StaffId,
  { at, deadlines }: { readonly at: Instant; readonly deadlines: Deadlines },
): Accepted<HandoverFact<'handover_offered'>> =>
  handover.state === 'proposed' && receiver !== handover.sender && !isLate(handover, at)
    ? accept<HandoverFact<'handover_offered'>>({
        type: 'handover_offered',
        ...about(handover, at),
        receiver,
        expiresAt: later(at, deadlines.offer),
      })
    : accept();

/** The visitor's answer. Their no is respected; an answer to what is no longer asked, or too late, changes nothing. */
export const answerAsVisitor = (
  handover: Handover,
  agrees: boolean,
  at: Instant,
): Accepted<HandoverEvent> => {
  if (handover.state !== 'visitor_asked' || isLate(handover, at)) return accept();
  if (!agrees)
    return accept<HandoverEvent>(
      closed(handover, { state: 'visitor_said_no', reason: null, by: 'visitor', at }),
    );
  const facts = withReceiver(handover, at);
  return accept<HandoverEvent>(
    { type: 'visitor_agreed', ...facts },
    { type: 'handover_joined', ...facts, mustLeave: false },
  );
};

/** Taken back by the sender or a supervisor, until control has passed. Refuses `handover_closed` afterwards. */
export const withdraw = (
  handover: Handover,
  by: StaffId,
  at: Instant,
): Decision<HandoverFact<'handover_closed'>, 'handover_closed'> =>
  isOpen(handover) && handover.state !== 'control_passed'
    ? accept(closed(handover, { state: 'cancelled', reason: 'withdrawn', by, at }))
    : refuse('handover_closed');
