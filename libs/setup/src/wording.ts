import type { Problem } from './column';
import type { CellProblem, Values } from './list';

/** One of the visitor's texts, with what goes into it by name: `We close at {time}.` */
export interface Text {
  /** Its key in the word catalogue of the page: `arrive.closes`. */
  readonly key: string;
  readonly text: string;
}

/** What goes into a text, as the page counts and the catalogue names it: `{0:time}`. */
const COUNTED = /\{\d:(\w+)\}/g;
const PLACE = /\{([^{}]*)\}/g;
/** A tag, a comment, an entity; a line break, or another sign that nobody sees. */
const MARKUP = /<[a-z/!?]|&(?:#\d+|#x[\da-f]+|[a-z]\w*);|\p{Cc}/iu;

/** A text may be so much longer than the default, and at least as long as a label or a sentence or two (characters). */
const LABEL = 60;
const SENTENCES = 200;
const LONGER = 2;
const SENTENCE_ENDS = /[.?!…]\s*$/u;

const named = (text: string): string => text.replace(COUNTED, '{$1}');

/** A text with its places as they are counted in the default one. */
const counted = (defaultText: string, own: string): string => {
  const places = new Map([...defaultText.matchAll(COUNTED)].map(([place, name = '']) => [name, place]));
  return own.replace(PLACE, (all, name: string) => places.get(name) ?? all);
};

/** Words as the page carries them: texts, lists and groups of them. */
export type Words = string | readonly Words[] | { readonly [name: string]: Words };

const inside = (words: Exclude<Words, string>): readonly (readonly [string, Words])[] =>
  Object.entries(words);

/** Every text of the page, in its order. */
export const textsOf = (words: Words, key = ''): readonly Text[] =>
  typeof words === 'string'
    ? [{ key, text: named(words) }]
    : inside(words).flatMap(([name, inner]) => textsOf(inner, key === '' ? name : `${key}.${name}`));

/** The same words with the charity's own texts, by key, where it has some that can stand: a default may have become another. */
export const withOwnTexts = (words: Words, own: ReadonlyMap<string, string>, key = ''): Words => {
  const within = (name: string | number, inner: Words): Words =>
    withOwnTexts(inner, own, key === '' ? String(name) : `${key}.${name}`);
  if (typeof words === 'string') {
    const text = own.get(key);
    const canStand = text !== undefined && textProblem(named(words), text) === null;
    return canStand ? joined(words, counted(words, text)) : words;
  }
  if (isList(words)) return words.map((inner, at) => within(at, inner));
  return Object.fromEntries(Object.entries(words).map(([name, inner]) => [name, within(name, inner)]));
};

/** Nobody sees the space at either end of a text that another one follows, so it is kept. */
const joined = (defaultText: string, own: string): string =>
  defaultText.trim() === ''
    ? `${defaultText}${own.trim()}`
    : `${defaultText.slice(0, defaultText.length - defaultText.trimStart().length)}${own.trim()}${defaultText.slice(defaultText.trimEnd().length)}`;

const isList = (words: Exclude<Words, string>): words is readonly Words[] => Array.isArray(words);

const placesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = '']) => name)),
];

/** The most characters a replacement of this text may have. */
export const longestFor = (text: string): number =>
  Math.max(SENTENCE_ENDS.test(text) ? SENTENCES : LABEL, LONGER * [...text].length);

/** Why this text cannot replace the default one; null when it can. */
export const textProblem = (defaultText: string, own: string): Problem | null => {
  const [wanted, found] = [placesIn(defaultText), placesIn(own)];
  const missing = wanted.filter((name) => !found.includes(name));
  if (missing.length > 0) return { code: 'place_missing', names: missing };
  const unknown = found.filter((name) => !wanted.includes(name));
  if (unknown.length > 0) return { code: 'place_unknown', names: unknown };
  if (MARKUP.test(own)) return { code: 'markup' };
  const most = longestFor(defaultText);
  return [...own].length > most ? { code: 'too_long', most } : null;
};

const asText = (value: Values[string] | undefined): string => (typeof value === 'string' ? value : '');

/** Checks a row: the charity's text keeps the placeholders, fits the length and has no markup. */
export const wordingProblems = (row: Values): readonly CellProblem[] => {
  const own = asText(row['own_text']);
  const problem = own === '' ? null : textProblem(asText(row['default_text']), own);
  return problem === null ? [] : [{ column: 'own_text', problem }];
};

/** The default rows, before the charity changes any: every text in every language it is offered in. */
export const wordingRows = (texts: readonly Text[], languages: readonly string[]): Values[] =>
  languages.flatMap((language) =>
    texts.map(({ key, text }) => ({ language, key, default_text: text, own_text: null })),
  );
