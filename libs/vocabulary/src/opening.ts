/** How a service is for new visitors. `closing_soon`: within one session of closing. */
export const OPENING_STATES = ['open', 'closing_soon', 'closed', 'at_capacity', 'paused'] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

/** What a supervisor can set. */
export const OPENING_SETTINGS = ['open', 'at_capacity', 'closed', 'paused'] as const;
export type OpeningSetting = (typeof OPENING_SETTINGS)[number];

/** Why a supervisor sets it. The audit keeps the code. */
export const OPENING_REASONS = ['long_wait', 'too_few_on', 'incident', 'planned', 'back_to_normal'] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];

/** What the state follows from. */
export const OPENING_CAUSES = [
  'not_opened', // for the first time
  'hours',
  'nobody_on',
  'night',
  'person',
  'long_wait',
  'past_closing',
] as const;
export type OpeningCause = (typeof OPENING_CAUSES)[number];

/** Which new visitors are queued. `urgent`: bands 1 and 2. */
export const TAKES = ['everyone', 'urgent', 'nobody'] as const;
export type Takes = (typeof TAKES)[number];
