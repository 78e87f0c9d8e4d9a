/** Why somebody is not asked, as a supervisor reads it beside their name. */
export const obstacleWords = {
  away: 'away',
  absent: 'not connected',
  being_asked: 'being asked',
  not_checked_in: 'not checked in',
  not_today: 'not today',
  hours_over: 'hours used up',
  shift_ending: 'shift ending',
  on_break: 'on a break',
  break_due: 'break due',
  cool_down: 'quiet time',
  training_expired: 'training expired',
  refresher_due: 'refresher due',
  at_capacity: 'no room',
  no_language: 'another language',
  no_skill: 'another skill wished for',
  topic_muted: 'not this topic today',
  heavy_topic_limit: 'enough heavy topics',
  resting_after_decline: 'declined just now',
} as const;

export const trainingWords = {
  core_safeguarding: 'Safeguarding',
  suicide_safety: 'Suicide safety',
  data_protection: 'Data protection',
  background_check: 'Background check',
  refresher: 'Refresher',
  full_training: 'Full training',
} as const;

const isKnownModule = (module: string): module is keyof typeof trainingWords => module in trainingWords;

/** A module's own name, where it is none of those every service has. */
export const moduleName = (module: string): string =>
  isKnownModule(module) ? trainingWords[module] : module.replaceAll('_', ' ');
