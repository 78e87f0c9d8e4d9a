/** Whether a person is well enough to take chats today. No answer needs a reason. */
export const CHECK_INS = ['yes', 'one_at_a_time', 'not_today'] as const;
export type CheckIn = (typeof CHECK_INS)[number];

/** Why a person has quiet time. */
export const COOL_DOWN_REASONS = ['after_conversation', 'after_heavy'] as const;
export type CoolDownReason = (typeof COOL_DOWN_REASONS)[number];

/** How a training record is: amber from 60 days before it expires. */
export const TRAINING_STATES = ['valid', 'amber', 'expired'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

/** Why a supervisor allows more than the hours of a week. The audit keeps the code. */
export const MORE_HOURS_REASONS = ['nobody_else', 'many_waiting', 'own_wish'] as const;
export type MoreHoursReason = (typeof MORE_HOURS_REASONS)[number];
