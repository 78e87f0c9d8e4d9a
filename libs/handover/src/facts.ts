import { elapsed, later, type Instant, type StaffId } from '@warmline/kernel';
import type { HandoverReason } from '@warmline/vocabulary';
import type { HandoverFact } from './events';
import type { ClosedState, Deadlines, Handover, Offered, OpenHandover, Target } from './handover';

const CLOSED: ReadonlySet<Handover['state']> = new Set<ClosedState>([
  'left',
  'declined',
  'expired',
  'visitor_said_no',
  'cancelled',
]);

export const isOpen = (handover: Handover): handover is OpenHandover => !CLOSED.has(handover.state);

/** Whether the current step has expired. A command that arrives now is too late. */
export const isLate = ({ expiresAt }: { readonly expiresAt: Instant }, at: Instant): boolean =>
  elapsed(expiresAt, at) >= 0;

/** What every fact of a handover carries. */
export const about = ({ service, conversation, id, sender }: Handover, at: Instant) => ({
  service,
  conversation,
  handover: id,
  sender,
  at,
});

export const withReceiver = (handover: Exclude<OpenHandover, { state: 'proposed' }>, at: Instant) => ({
  ...about(handover, at),
  receiver: handover.receiver,
});

/** The fact that control is the receiver's, under the epoch after the sender's. */
export const passed = (
  handover: Exclude<OpenHandover, { state: 'proposed' }>,
  at: Instant,
  deadlines: Deadlines,
): HandoverFact<'control_passed'> => ({
  type: 'control_passed',
  ...withReceiver(handover, at),
  epoch: handover.epoch + 1,
  expiresAt: later(at, deadlines.overlap),
});

/** An end that leaves the conversation where it is. */
export const closed = (
  handover: OpenHandover,
  how: {
    readonly state: Exclude<ClosedState, 'left'>;
    readonly reason: HandoverReason | null;
    readonly by: StaffId | 'visitor' | null;
    readonly at: Instant;
  },
): HandoverFact<'handover_closed'> => ({
  type: 'handover_closed',
  ...about(handover, how.at),
  state: how.state,
  reason: how.reason,
  by: how.by,
  receiver: handover.state === 'proposed' ? null : handover.receiver,
});

/** Nobody else to ask after one person was meant; with a skill or the queue the next is asked. */
export const goesOn = (target: Target): boolean => target.to !== 'person';

/** The fact that this person does not take the handover. Another person may be asked. */
export const nextAfter = (
  type: 'handover_declined' | 'handover_missed',
  handover: Offered,
  { at, deadlines }: { readonly at: Instant; readonly deadlines: Deadlines },
): HandoverFact<'handover_declined' | 'handover_missed'> => ({
  type,
  ...withReceiver(handover, at),
  expiresAt: later(at, deadlines.proposal),
});

/** The good end. */
export const left = (
  handover: Exclude<OpenHandover, { state: 'proposed' }>,
  how: { readonly by: StaffId | null; readonly isTold: boolean; readonly at: Instant },
): HandoverFact<'handover_left'> => ({
  type: 'handover_left',
  ...withReceiver(handover, how.at),
  by: how.by,
  isTold: how.isTold,
});
