import {
  MINUTE,
  SECOND,
  type ConversationId,
  type HandoverId,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { HandoverKind, HandoverState } from '@warmline/vocabulary';

/** Who is asked: one person, anyone with a skill, or anyone free. */
export type Target =
  | { readonly to: 'person'; readonly staff: StaffId }
  | { readonly to: 'skill'; readonly skill: string }
  | { readonly to: 'queue' };

/** How long each step may last, in ms (docs/spec/handover.md#steps). */
export interface Deadlines {
  /** Nobody who could be asked. */
  readonly proposal: number;
  readonly offer: number;
  /** The visitor's answer; silence means stay. */
  readonly answer: number;
  /** After control has passed, until the sender leaves anyway. */
  readonly overlap: number;
}

export const DEADLINES: Deadlines = {
  proposal: 10 * MINUTE,
  offer: 60 * SECOND,
  answer: 60 * SECOND,
  overlap: 3 * MINUTE,
};

interface Everyones {
  readonly id: HandoverId;
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly kind: HandoverKind;
  /** Of the sender's holding. */
  readonly epoch: number;
  readonly sender: StaffId;
  readonly proposedBy: StaffId;
  readonly target: Target;
  /** The sender has to finish: the visitor is told, not asked. */
  readonly mustLeave: boolean;
}

interface WithReceiver extends Everyones {
  readonly receiver: StaffId;
  readonly briefRead: boolean;
}

/** Nobody is asked at this moment. */
export interface Proposed extends Everyones {
  readonly state: 'proposed';
  readonly expiresAt: Instant;
}
/** The receiver is asked. */
export interface Offered extends WithReceiver {
  readonly state: 'offered';
  readonly expiresAt: Instant;
}
/** The receiver has accepted and reads; the visitor is asked. */
export interface VisitorAsked extends WithReceiver {
  readonly state: 'visitor_asked';
  readonly expiresAt: Instant;
}
/** Both are here, and the visitor knows; the sender still writes. */
export interface Joined extends WithReceiver {
  readonly state: 'joined';
}
/** The receiver writes; the sender still reads. */
export interface ControlPassed extends WithReceiver {
  readonly state: 'control_passed';
  readonly expiresAt: Instant;
}

/** `left` is the good end; the others leave the conversation with the sender. */
export type ClosedState = Extract<
  HandoverState,
  'left' | 'declined' | 'expired' | 'visitor_said_no' | 'cancelled'
>;
export interface Closed extends Everyones {
  readonly state: ClosedState;
  /** Who was asked last, or had accepted: nobody else learns that it ever was. */
  readonly receiver: StaffId | null;
}

export type OpenHandover = Proposed | Offered | VisitorAsked | Joined | ControlPassed;

/** Passing a live conversation on. */
export type Handover = OpenHandover | Closed;
