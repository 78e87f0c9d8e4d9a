import { accept, assertNever, type Accepted, type Instant, type StaffId } from '@warmline/kernel';
import type { HandoverEvent } from './events';
import { closed, goesOn, isLate, isOpen, left, nextAfter, passed } from './facts';
import type { Deadlines, Handover } from './handover';

interface Moment {
  readonly at: Instant;
  readonly deadlines: Deadlines;
}

/** A step has lasted too long. Early, late and repeated alarms are harmless. */
export const expire = (handover: Handover, { at, deadlines }: Moment): Accepted<HandoverEvent> => {
  if (!('expiresAt' in handover) || !isLate(handover, at)) return accept();
  const expired = { state: 'expired', by: null, at } as const;
  switch (handover.state) {
    case 'proposed':
      return accept<HandoverEvent>(closed(handover, { ...expired, reason: 'nobody_free' }));
    case 'offered':
      return accept<HandoverEvent>(
        goesOn(handover.target)
          ? nextAfter('handover_missed', handover, { at, deadlines })
          : closed(handover, { ...expired, reason: 'not_answered' }),
      );
    case 'visitor_asked':
      return accept<HandoverEvent>(closed(handover, { ...expired, reason: 'visitor_silent' }));
    case 'control_passed':
      return accept<HandoverEvent>(left(handover, { by: null, at, isTold: handover.kind === 'warm' }));
    default:
      return assertNever(handover);
  }
};

/**
 * The holder's lease has run out (HND1). A receiver who has joined takes control, even with the brief unread: no visitor
 * stays without a responder because of a form. If no receiver has joined, the handover ends and the visitor goes back to
 * the queue. A cold handover does not change: a receiver is already being asked.
 */
export const loseSender = (handover: Handover, { at, deadlines }: Moment): Accepted<HandoverEvent> => {
  if (!isOpen(handover)) return accept();
  switch (handover.state) {
    case 'proposed':
    case 'offered':
    case 'visitor_asked':
      return handover.kind === 'cold'
        ? accept()
        : accept<HandoverEvent>(
            closed(handover, { state: 'cancelled', reason: 'sender_lost', by: null, at }),
          );
    case 'joined':
      return accept<HandoverEvent>(passed(handover, at, deadlines));
    case 'control_passed':
      return accept<HandoverEvent>(left(handover, { by: null, at, isTold: false }));
    default:
      return assertNever(handover);
  }
};

/** The receiver's console fell silent before they had control: it stays with the sender. */
export const loseReceiver = (handover: Handover, at: Instant): Accepted<HandoverEvent> =>
  handover.state === 'visitor_asked' || handover.state === 'joined'
    ? accept<HandoverEvent>(closed(handover, { state: 'cancelled', reason: 'receiver_lost', by: null, at }))
    : accept();

/** The conversation has ended, or a supervisor became its writer: nothing is left to hand over. */
export const callOff = (
  handover: Handover,
  how: {
    readonly reason: 'conversation_ended' | 'taken_over';
    readonly by: StaffId | 'visitor' | null;
    readonly at: Instant;
  },
): Accepted<HandoverEvent> => {
  if (!isOpen(handover)) return accept();
  return handover.state === 'control_passed'
    ? accept<HandoverEvent>(left(handover, { by: null, at: how.at, isTold: false }))
    : accept<HandoverEvent>(closed(handover, { state: 'cancelled', ...how }));
};
