/** Warm: both are there for a while. Cold: the sender is gone. */
export const HANDOVER_KINDS = ['warm', 'cold'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/**
 * Open: `proposed` (nobody is asked yet), `offered`, `visitor_asked`, `joined` (both are here, the sender writes),
 * `control_passed` (the receiver writes, the sender still reads). Closed: `left` (done), or one of the last four, which
 * leave the conversation with the sender.
 */
export const HANDOVER_STATES = [
  'proposed',
  'offered',
  'visitor_asked',
  'joined',
  'control_passed',
  'left',
  'declined',
  'expired',
  'visitor_said_no',
  'cancelled',
] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** Why a handover failed, where its state does not say it. */
export const HANDOVER_REASONS = [
  'withdrawn', // by the sender or a supervisor
  'nobody_free', // nobody could be asked in time
  'not_answered', // the person asked did not answer in time
  'visitor_silent', // no answer from the visitor: that means stay
  'sender_lost',
  'receiver_lost',
  'taken_over', // by a supervisor
  'conversation_ended',
] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];

/** Why a supervisor takes over. The audit keeps the code. */
export const TAKE_OVER_REASONS = [
  'safety',
  'responder_gone',
  'responder_unwell',
  'visitor_asked',
  'quality',
] as const;
export type TakeOverReason = (typeof TAKE_OVER_REASONS)[number];

/** Longest part of a brief, in code points. */
export const BRIEF_MAX = { situation: 500, background: 2_000, safety: 2_000, request: 500 } as const;
