/** What a quality review looks at, in the order of the rubric. docs/spec/quality.md says what each mark means. */
export const RUBRIC_ITEMS = [
  'opening',
  'listening',
  'questions',
  'asking_about_suicide',
  'when_not_safe',
  'next_step',
  'closing',
  'boundaries',
] as const;
export type RubricItem = (typeof RUBRIC_ITEMS)[number];

/** 0 not there, 1 partly, 2 there; or the item had no place in this conversation. */
export const ITEM_MARKS = [0, 1, 2, 'not_applicable'] as const;
export type ItemMark = (typeof ITEM_MARKS)[number];

/** Findings that fail a conversation, whatever its marks. A detector may suggest one; only a reviewer sets it. */
export const AUTOMATIC_FAILS = ['promised_secrecy', 'gave_contact_details', 'left_band_1'] as const;
export type AutomaticFail = (typeof AUTOMATIC_FAILS)[number];

/** Why a conversation is reviewed, the strongest reason first. */
export const REVIEW_CAUSES = ['marked', 'first_ten', 'safety_step', 'boundary', 'monthly'] as const;
export type ReviewCause = (typeof REVIEW_CAUSES)[number];

/** The first rater gives feedback. The second gives marks alone, so that two readings can be compared. */
export const RATERS = ['first', 'second'] as const;
export type Rater = (typeof RATERS)[number];

/** Most code points of the feedback of one review, and of one reply to it. */
export const FEEDBACK_MAX = 2_000;
/** Most replies to one feedback. */
export const FEEDBACK_REPLIES_MAX = 20;
