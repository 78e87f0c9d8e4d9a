/** Why a person is not asked for a visitor. Closed, so that screens have words for each. */
export const OBSTACLES = [
  'away', // chose it, or missed two offers in a row
  'absent', // their console is not connected
  'being_asked', // one offer at a time
  'not_checked_in', // has not checked in
  'not_today', // said that today is not all right
  'hours_over', // of the day or the week
  'between_shifts', // the gap since the block before is too short
  'shift_ending', // a new conversation would not end before the shift does
  'on_break',
  'break_due', // pauses offers until it is taken
  'cool_down', // quiet time after a conversation
  'training_missing', // never recorded
  'training_expired',
  'refresher_due', // no conversation for five weeks
  'at_capacity',
  'no_language',
  'no_skill',
  'topic_muted', // "not this topic today"
  'heavy_topic_limit',
  'declined_recently', // declined this conversation in the last five minutes
] as const;
export type ObstacleReason = (typeof OBSTACLES)[number];

/** Why a person may carry this many load units. */
export const CAPACITY_REASONS = [
  'as_set',
  'one_at_a_time',
  'first_conversations',
  'first_feedback', // the first ones are held, and not all have had feedback
  'back_after_long',
] as const;
export type CapacityReason = (typeof CAPACITY_REASONS)[number];

/** Why a supervisor should observe a conversation of this person. */
export const OBSERVE_REASONS = ['first_conversations', 'back_after_long'] as const;
export type ObserveReason = (typeof OBSERVE_REASONS)[number];

/** What a person can do themselves so that they are offered someone again. */
export const NO_OFFER_STEPS = ['be_available', 'check_in', 'take_break', 'finish_wrap_up'] as const;
export type NoOfferStep = (typeof NO_OFFER_STEPS)[number];
