import { accept, later, refuse, type Decision, type Instant, type StaffId } from '@warmline/kernel';
import type { HandoverEvent, HandoverFact } from './events';
import { closed, goesOn, isLate, isOpen, left, nextAfter, passed, withReceiver } from './facts';
import type { Deadlines, Handover } from './handover';

type Theirs = 'not_found' | 'handover_closed';

/** Why this person may not answer the offer, or null. To unknownReferences a closed one is as unknown as one that never was. */
const answerRefusal = (handover: Handover, staff: StaffId, at: Instant): Theirs | null => {
  if (handover.state === 'proposed' || handover.receiver !== staff) return 'not_found';
  const isTooLate = handover.state === 'offered' && isLate(handover, at);
  return isTooLate || !isOpen(handover) ? 'handover_closed' : null;
};

/**
 * The person asked says yes: the visitor is asked, or told where the sender has to finish. With the sender gone control
 * passes at once. Accepting twice is one acceptance. Refuses `not_found` and `handover_closed`.
 */
export const acceptHandover = (
  handover: Handover,
  staff: StaffId,
  { at, deadlines }: { readonly at: Instant; readonly deadlines: Deadlines },
): Decision<HandoverEvent, Theirs> => {
  const refusal = answerRefusal(handover, staff, at);
  if (refusal !== null) return refuse(refusal);
  if (handover.state !== 'offered') return accept();
  const facts = withReceiver(handover, at);
  const accepted = { type: 'handover_accepted', ...facts } as const;
  if (handover.kind === 'cold') return accept<HandoverEvent>(accepted, passed(handover, at, deadlines));
  if (handover.mustLeave)
    return accept<HandoverEvent>(accepted, { type: 'handover_joined', ...facts, mustLeave: true });
  const expiresAt = later(at, deadlines.answer);
  return accept<HandoverEvent>(accepted, { type: 'visitor_asked', ...facts, expiresAt });
};

/** The person asked says no, without a reason. Refuses `not_found` and `handover_closed`. */
export const decline = (
  handover: Handover,
  staff: StaffId,
  { at, deadlines }: { readonly at: Instant; readonly deadlines: Deadlines },
): Decision<HandoverEvent, Theirs> => {
  const refusal = answerRefusal(handover, staff, at);
  if (refusal !== null) return refuse(refusal);
  if (handover.state !== 'offered') return refuse('handover_closed');
  return accept<HandoverEvent>(
    goesOn(handover.target)
      ? nextAfter('handover_declined', handover, { at, deadlines })
      : closed(handover, { state: 'declined', reason: null, by: staff, at }),
  );
};

const receiverRefusal = (handover: Handover, staff: StaffId): Theirs | null => {
  if (handover.state === 'proposed' || handover.receiver !== staff) return 'not_found';
  return handover.state === 'offered' || !isOpen(handover) ? 'handover_closed' : null;
};

/** The receiver has read the brief. With the sender gone that was the last step. Twice is once. */
export const confirmBrief = (
  handover: Handover,
  staff: StaffId,
  at: Instant,
): Decision<HandoverEvent, Theirs> => {
  const refusal = receiverRefusal(handover, staff);
  if (refusal !== null) return refuse(refusal);
  if (!('briefRead' in handover) || handover.briefRead) return accept();
  const read = { type: 'brief_read', ...withReceiver(handover, at) } as const;
  const isLast = handover.kind === 'cold' && handover.state === 'control_passed';
  return isLast
    ? accept<HandoverEvent>(read, left(handover, { by: staff, at, isTold: false }))
    : accept<HandoverEvent>(read);
};

/**
 * The receiver becomes the one writer. Refuses `brief_unread` before the brief is confirmed, `handover_closed` before
 * they have joined. Twice is once.
 */
export const takeControl = (
  handover: Handover,
  staff: StaffId,
  { at, deadlines }: { readonly at: Instant; readonly deadlines: Deadlines },
): Decision<HandoverFact<'control_passed'>, Theirs | 'brief_unread'> => {
  const refusal = receiverRefusal(handover, staff);
  if (refusal !== null) return refuse(refusal);
  if (handover.state === 'control_passed') return accept();
  if (handover.state !== 'joined') return refuse('handover_closed');
  return handover.briefRead ? accept(passed(handover, at, deadlines)) : refuse('brief_unread');
};

/** The receiver says that the visitor is settled: the sender leaves. Refuses `brief_unread`, `handover_closed`. */
export const settle = (
  handover: Handover,
  staff: StaffId,
  at: Instant,
): Decision<HandoverFact<'handover_left'>, Theirs | 'brief_unread'> => {
  const refusal = receiverRefusal(handover, staff);
  if (refusal !== null) return refuse(refusal);
  if (handover.state !== 'control_passed') return refuse('handover_closed');
  if (!handover.briefRead) return refuse('brief_unread');
  return accept(left(handover, { by: staff, at, isTold: handover.kind === 'warm' }));
};
