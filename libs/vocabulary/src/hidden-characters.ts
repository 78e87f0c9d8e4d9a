/** Replaces a hidden character, so that a reader sees that one is there. */
export const HIDDEN_MARK = '▯';

/** Embeddings, overrides and isolates of direction: they change the order of the letters around them. */
const REORDERS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * No one sees these between two letters, so "Sam" with one inside looks like "Sam". The joiners of emoji and of Persian, and the
 * direction marks that keyboards write, are not among them.
 */
const UNSEEN = /[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u3164\uFEFF\uFFA0]/gu;

const HIDDEN = new RegExp(`\\p{Cc}|[\\u2028\\u2029]|${REORDERS.source}|${UNSEEN.source}`, 'u');

/** Whether a name has what no one sees, or what moves its letters or ends its line: nobody is called that. */
export const hasHiddenInName = (name: string): boolean => HIDDEN.test(name);

/** A message as others may see it: characters that would reorder its letters are shown as marks. Linear in its length. */
export const revealHidden = (text: string): string => text.replace(REORDERS, HIDDEN_MARK);

/** A name as others may see it: also characters that no one sees are shown as marks. Linear in its length. */
export const revealHiddenInName = (name: string): string => revealHidden(name).replace(UNSEEN, HIDDEN_MARK);
