import { instant, later, type Instant, type StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { HandoverKind } from '@warmline/vocabulary';
import type {
  Closed,
  ClosedState,
  ControlPassed,
  Joined,
  Offered,
  Proposed,
  Target,
  VisitorAsked,
} from '../handover';

/** Of every step that has one, unless said otherwise. */
export const DEADLINE: Instant = instant(1_000_000);
export const BEFORE = later(DEADLINE, -1);

interface Made {
  readonly kind: HandoverKind;
  readonly target: Target;
  readonly mustLeave: boolean;
  readonly briefRead: boolean;
  readonly sender: StaffId;
}

interface Building {
  /** The sender is gone. */
  cold(): Building;
  to(target: Target): Building;
  /** The sender has to finish. */
  mustLeave(): Building;
  withBriefRead(): Building;
  from(sender: StaffId): Building;
  proposed(): Proposed;
  offeredTo(receiver: StaffId): Offered;
  askingVisitorFor(receiver: StaffId): VisitorAsked;
  joinedBy(receiver: StaffId): Joined;
  passedTo(receiver: StaffId): ControlPassed;
  /** With the second of the staff as the last who was asked. */
  ended(state?: ClosedState): Closed;
}

const building = (made: Made): Building => {
  const { briefRead, ...rest } = made;
  const everyones = {
    id: numbered.handover(1),
    service: numbered.service(1),
    conversation: numbered.conversation(1),
    epoch: 1,
    proposedBy: made.sender,
    ...rest,
  };
  const withReceiver = (receiver: StaffId) => ({ ...everyones, receiver, briefRead });
  const expiresAt = DEADLINE;
  return {
    cold: () => building({ ...made, kind: 'cold' }),
    to: (target) => building({ ...made, target }),
    mustLeave: () => building({ ...made, mustLeave: true }),
    withBriefRead: () => building({ ...made, briefRead: true }),
    from: (sender) => building({ ...made, sender }),
    proposed: () => ({ ...everyones, state: 'proposed', expiresAt }),
    offeredTo: (receiver) => ({ ...withReceiver(receiver), state: 'offered', expiresAt }),
    askingVisitorFor: (receiver) => ({ ...withReceiver(receiver), state: 'visitor_asked', expiresAt }),
    joinedBy: (receiver) => ({ ...withReceiver(receiver), state: 'joined' }),
    passedTo: (receiver) => ({ ...withReceiver(receiver), state: 'control_passed', expiresAt }),
    ended: (state = 'left') => ({ ...everyones, state, receiver: numbered.staff(2) }),
  };
};

/** `aHandover().cold().offeredTo(kim)`. By default: from staff member 1, in epoch 1, to anyone free, with the brief unread. */
export const aHandover = (): Building =>
  building({
    kind: 'warm',
    target: { to: 'queue' },
    mustLeave: false,
    briefRead: false,
    sender: numbered.staff(1),
  });
