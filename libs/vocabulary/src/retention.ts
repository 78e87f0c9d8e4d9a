/** What two people can decide about how long one conversation is kept. */
export const RETENTION_WISHES = ['hold', 'end_hold', 'erase'] as const;
export type RetentionWish = (typeof RETENTION_WISHES)[number];

/** Why it is kept beyond its time: for the law, or to keep someone safe. A code, so that no word about a person is stored. */
export const HOLD_REASONS = [
  'legal_court',
  'legal_police',
  'legal_claim',
  'safeguarding_child',
  'safeguarding_adult',
  'safeguarding_staff',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why it is erased before its time. */
export const ERASURE_REASONS = ['person_asked', 'not_needed'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];
