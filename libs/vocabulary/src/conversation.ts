/** Why a conversation ended. */
export const END_REASONS = [
  'visitor_ended',
  'responder_ended_agreed',
  'time_limit_agreed',
  'went_quiet',
  'connection_lost',
  'left_waiting',
  'turned_away', // the service closes before they would be reached
  'nobody_on', // nobody was on who could answer them, for too long
  'quick_exit',
  'safety_action',
  'service_stopped',
  'boundary',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What all waiting visitors can be told at once: approved words, in each visitor's language. */
export const WAITING_NOTICES = ['told_wait_longer', 'told_still_here', 'told_other_help'] as const;
export type WaitingNotice = (typeof WAITING_NOTICES)[number];

/** How a visitor who was silent answers, when they are asked whether they are there. */
export const SILENCE_ANSWERS = ['here', 'more_time'] as const;
export type SilenceAnswer = (typeof SILENCE_ANSWERS)[number];

/** What the clocks of a conversation leave in its timeline, and what was done about it. */
export const CLOCK_NOTICES = [
  'asked_if_here',
  'said_here',
  'wants_more_time',
  'time_left_15',
  'time_left_5',
  'time_extended',
] as const;
export type ClockNotice = (typeof CLOCK_NOTICES)[number];

/** How long a visitor's token still works after the end (ms): a page whose connection was lost learns of the end. */
export const VISITOR_TOKEN_GRACE = 5 * 60_000;

/** Numbers that a proof of work holds. Several small puzzles take about the same time for everyone; one large one does not. */
export const PROOF_ANSWERS = 4;
