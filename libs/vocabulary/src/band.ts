/** Answer-order class: 1 answer first, 2 answer soon, 3 standard. Set by what the visitor says about now; not a risk level. */
export const BANDS = [1, 2, 3] as const;
export type Band = (typeof BANDS)[number];

/**
 * Minutes within which each band should be answered. There is no other target of a wait: it is T in the order of the queue
 * (docs/spec/routing.md#order), what a row of the queue is late against, and the target of the longest wait in the figures.
 */
export const TARGET_MINUTES: Readonly<Record<Band, number>> = { 1: 1, 2: 3, 3: 10 };

/** Why a conversation is in its band. */
export const BAND_REASONS = ['safety_answer', 'words', 'responder_lost', 'person'] as const;
export type BandReason = (typeof BAND_REASONS)[number];

/** Why a supervisor lowers a band. The audit keeps the code. */
export const LOWERING_REASONS = ['said_otherwise', 'set_by_mistake', 'misunderstood_words'] as const;
export type LoweringReason = (typeof LOWERING_REASONS)[number];

/**
 * A silent visitor of band 1 counts as one who came this many targets of band 1 (one minute each) later than they did
 * (docs/spec/routing.md#hold).
 */
export const SILENT_TARGETS = 5;
