import type { Band } from '@warmline/vocabulary';

/** One line of a service's word list: what a visitor may have written, and what follows from it. */
export interface WatchedWords {
  readonly id: string;
  /** Primary language tag. */
  readonly language: string;
  readonly words: string;
  /** Answered soon because of it; false where it only says what the conversation is about. */
  readonly promotes: boolean;
  /** A topic that is shown to the responder in the offer, such as `self_harm`. */
  readonly topic: string | null;
}

/** Accents, and the vowel signs that Arabic and Hebrew may leave out. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
/** Signs that people and their keyboards use as an apostrophe. */
const APOSTROPHES = /['`´‘’‛′ʹʻʼʽ＇]/g;
/** Signs that no one sees: joiners, soft hyphens, marks of direction. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Text as it is compared: lower case, without accents, anything but letters and digits a single space. */
export const normalised = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** Scripts that write no spaces between words: a phrase is found in the middle of a line too. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A phrase begins and ends where a word does, where its script shows that. */
const bounded = (phrase: string): string => {
  const letters = [...phrase];
  const before = UNSPACED.test(letters[0] ?? '') ? '' : ' ';
  return `${before}${phrase}${UNSPACED.test(letters.at(-1) ?? '') ? '' : ' '}`;
};

/** A word list made ready once, to be held against every message. */
export type SoughtWords = readonly { readonly line: WatchedWords; readonly sought: string }[];

/** In the order of the list; lines without a letter or digit are sought nowhere. */
export const soughtWords = (list: readonly WatchedWords[]): SoughtWords =>
  list
    .map((line) => ({ line, sought: normalised(line.words) }))
    .filter(({ sought }) => sought !== '')
    .map(({ line, sought }) => ({ line, sought: bounded(sought) }));

/** The lines whose words stand in the text as whole words, in the order of the list. */
export const watchedWordsIn = (text: string, words: SoughtWords): WatchedWords[] => {
  const within = ` ${normalised(text)} `;
  return words.flatMap(({ line, sought }) => (within.includes(sought) ? line : []));
};

export interface Triage {
  readonly band: Band;
  /** Id of the line that promoted; null when none did. The text is nowhere. */
  readonly because: string | null;
  /** All that is known of what they wrote about, what was known before included. */
  readonly topics: readonly string[];
}

/** What was found can promote a standard visitor to be answered soon, and nothing more: nobody is demoted by words. */
export const triage = (
  before: { readonly band: Band; readonly topics: readonly string[] },
  found: readonly WatchedWords[],
): Triage => {
  const promoting = before.band === 3 ? found.find(({ promotes }) => promotes) : undefined;
  return {
    band: promoting === undefined ? before.band : 2,
    because: promoting?.id ?? null,
    topics: [...new Set([...before.topics, ...found.flatMap(({ topic }) => topic ?? [])])],
  };
};
