import type { EndReason } from './conversation';

/** The reasons a responder may give; the others are for visitors, supervisors and clocks. */
export const RESPONDER_END_REASONS = [
  'responder_ended_agreed',
  'time_limit_agreed',
  'went_quiet',
  'connection_lost',
  'boundary',
] as const satisfies readonly EndReason[];
export type ResponderEndReason = (typeof RESPONDER_END_REASONS)[number];

/** What became of a question to end a conversation in danger. */
export const ENDING_OUTCOMES = [
  'agreed',
  'declined', // "Not yet", with a word
  'withdrawn', // by who asked
  'overtaken', // the holder or the safety answer is another now, or the conversation has ended
] as const;
export type EndingOutcome = (typeof ENDING_OUTCOMES)[number];

/** Longest texts about an ending in danger, in code points: why it is asked, why not yet, and what was done. */
export const ENDING_TEXT_MAX = { why: 300, word: 300, note: 2_000 } as const;
