/** How a visitor feels after a chat, compared with before it. */
export const FEELINGS_AFTER = ['much_better', 'better', 'same', 'worse', 'much_worse'] as const;
export type FeelingAfter = (typeof FEELINGS_AFTER)[number];

/** Answers of a visitor who feels better than before. */
export const FEELS_BETTER: readonly FeelingAfter[] = ['much_better', 'better'];

/** After such an answer the page shows who can be called at once. */
export const feelsWorse = (feeling: FeelingAfter | null): boolean =>
  feeling === 'worse' || feeling === 'much_worse';

/** Whether a visitor felt listened to. */
export const LISTENED = ['yes', 'partly', 'no'] as const;
export type Listened = (typeof LISTENED)[number];
/** The one answer of a visitor who felt listened to without a doubt. */
export const FELT_LISTENED_TO: Listened = 'yes';

/** Longest free words after a chat, in code points. */
export const AFTER_CHAT_WORDS_MAX = 1_000;

/** Longest complaint, and longest word of what was done about it, in code points. */
export const COMPLAINT_TEXT_MAX = { words: 2_000, done: 2_000 } as const;
