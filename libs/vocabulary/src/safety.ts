/** What a visitor's page may choose at the one safety question. These words stay: a page may be older than the server. */
export const SAFETY_CHOICES = ['safe', 'unsure', 'danger', 'unsaid'] as const;
export type SafetyChoice = (typeof SAFETY_CHOICES)[number];

/** What is known of whether a visitor is safe now: what was said or learned, not a prediction. The most urgent first. */
export const SAFETY_ANSWERS = ['not_safe_now', 'not_sure', 'said_safe', 'did_not_say'] as const;
export type SafetyAnswer = (typeof SAFETY_ANSWERS)[number];

/** How much each answer asks for: a visitor who said nothing is answered like one who said they are safe. */
const URGENCY: Record<SafetyAnswer, number> = { not_safe_now: 2, not_sure: 1, said_safe: 0, did_not_say: 0 };

/** Whether the new answer asks for less than the one before: then it needs a reason. */
export const isSafetyLowered = (from: SafetyAnswer, to: SafetyAnswer): boolean => URGENCY[to] < URGENCY[from];

/** Who set a safety answer. */
export const SAFETY_SETTERS = ['visitor', 'responder', 'supervisor'] as const;
export type SafetySetter = (typeof SAFETY_SETTERS)[number];

/** Why a person lowers a safety answer. The audit keeps the code. */
export const SAFETY_LOWERING_REASONS = ['said_since', 'set_by_mistake', 'misunderstood'] as const;
export type SafetyLoweringReason = (typeof SAFETY_LOWERING_REASONS)[number];
