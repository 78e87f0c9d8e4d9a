/** The written scenarios of practice conversations. A training record keeps the code, so it stays. */
export const PRACTICE_SCENARIOS = [
  'lonely',
  'not_safe',
  'silent',
  'abusive',
  'worried_about_someone',
] as const;
export type PracticeScenario = (typeof PRACTICE_SCENARIOS)[number];

/** What a scenario may look for in a practice conversation. */
export const PRACTICE_LOOKS = [
  'welcomed',
  'named_time_limit',
  'listened',
  'asked_open',
  'asked_directly',
  'asked_means',
  'called_supervisor',
  'recorded_safety',
  'gave_time',
  'named_boundary',
  'noticed_them',
  'offered_next_step',
  'closed_gently',
  'kept_no_secret',
] as const;
export type PracticeLook = (typeof PRACTICE_LOOKS)[number];

/** The training module that a passed scenario gives. */
export const practiceModule = (scenario: PracticeScenario): string => `practice_${scenario}`;

/** For how many calendar months a passed practice conversation is valid. */
export const PRACTICE_VALID_MONTHS = 12;

/** Most acts of one practice conversation: what is written, recorded and skipped. */
export const PRACTICE_ACTS_MAX = 400;
/** Most minutes that one press lets pass. */
export const PRACTICE_SKIP_MAX = 15;
