/** Why a person is not asked, shown to supervisors beside the name. */
export const obstacleWords = {
  away: 'away',
  absent: 'not connected',
  being_asked: 'being asked',
  not_checked_in: 'not checked in',
  not_today: 'not today',
  hours_over: 'hours used up',
  between_shifts: 'between shifts',
  shift_ending: 'shift ending',
  on_break: 'on a break',
  break_due: 'break due',
  cool_down: 'quiet time',
  training_missing: 'training not recorded yet',
  training_expired: 'training expired',
  refresher_due: 'refresher due',
  at_capacity: 'at capacity',
  no_language: 'does not speak the language',
  no_skill: 'a skill is missing',
  topic_muted: 'not this topic today',
  heavy_topic_limit: 'enough heavy topics',
  declined_recently: 'declined just now',
} as const;

export const trainingWords = {
  core_safeguarding: 'Safeguarding',
  suicide_safety: 'Suicide safety',
  data_protection: 'Data protection',
  background_check: 'Background check',
  refresher: 'Refresher',
  full_training: 'Full training',
  practice_lonely: 'Practice: someone lonely',
  practice_not_safe: 'Practice: someone not safe',
  practice_silent: 'Practice: someone silent',
  practice_abusive: 'Practice: someone abusive',
  practice_worried_about_someone: 'Practice: worried about someone else',
} as const;

/** Which hours are used up. */
const hoursWords = {
  day: 'today',
  week: 'this week; you can allow more',
  week_at_most: 'this week; no more can be allowed',
} as const;

const isKnownHours = (lacks: string): lacks is keyof typeof hoursWords => lacks in hoursWords;

const isKnownModule = (module: string): module is keyof typeof trainingWords => module in trainingWords;

/** A module's own name, where it is none of those every service has. */
export const moduleName = (module: string): string =>
  isKnownModule(module) ? trainingWords[module] : module.replaceAll('_', ' ');

/** What lacks: hours, a module, a skill, a language or a topic. */
export const lackName = (lacks: string): string =>
  isKnownHours(lacks) ? hoursWords[lacks] : moduleName(lacks);
