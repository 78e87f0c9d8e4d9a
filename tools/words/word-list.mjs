// The tables of docs/words.md as patterns. No I/O.
import { asWords } from '../eslint/words.mjs';

/** @typedef {{ never: string, pattern: RegExp, instead: string, allowed: RegExp | null }} Word */

const escaped = (/** @type {string} */ phrase) =>
  phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[\\s-]+');

const phrasesOf = (/** @type {string} */ cell) =>
  cell
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** Finds any of the phrases, also in the plural. @param {string[]} phrases */
const anyOf = (phrases) => new RegExp(`(?<!\\w)(?:${phrases.map(escaped).join('|')})s?(?!\\w)`, 'gi');

/** The cells of each row in the table of one section. @param {string} markdown @param {string} heading */
const rowsUnder = (markdown, heading) => {
  const [, after = ''] = markdown.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim()),
  );
};

/**
 * The rows of one section: never, say instead, fine in.
 * @param {string} markdown
 * @param {string} heading
 * @returns {Word[]}
 */
export const wordsUnder = (markdown, heading) =>
  rowsUnder(markdown, heading).flatMap(([never = '', instead = '', fineIn = '']) => {
    const allowed = phrasesOf(fineIn);
    return phrasesOf(never).map((phrase) => ({
      never: phrase,
      pattern: anyOf([phrase]),
      instead,
      allowed: allowed.length === 0 ? null : anyOf(allowed),
    }));
  });

/** @typedef {{ names: string[], folder: string }} StoredNames `names`: as words */

/** The names that rows hold, and the folder whose code uses them. @param {string} markdown @returns {StoredNames[]} */
export const storedNames = (markdown) =>
  rowsUnder(markdown, 'Stored names').map(([names = '', folder = '']) => ({
    names: phrasesOf(names).map(asWords),
    folder,
  }));

/**
 * @param {StoredNames[]} stored
 * @param {string} file
 * @param {string} name as words
 */
export const isStoredName = (stored, file, name) =>
  stored.some(({ names, folder }) => file.startsWith(`${folder}/`) && names.includes(name));

/** Where a phrase is fine, it is blanked out before the search. @param {string} text @param {RegExp | null} allowed */
const without = (text, allowed) =>
  allowed === null ? text : text.replace(allowed, (found) => ' '.repeat(found.length));

/** @type {WeakMap<readonly Word[], RegExp>} all words of a list at once: most texts hold none */
const anyOfList = new WeakMap();

/** @param {string} text @param {readonly Word[]} words */
const hasAny = (text, words) => {
  const any = anyOfList.get(words) ?? new RegExp(anyOf(words.map(({ never }) => never)).source, 'i');
  anyOfList.set(words, any);
  return any.test(text);
};

/**
 * Every forbidden phrase in a text.
 * @param {string} text
 * @param {readonly Word[]} words
 * @returns {{ found: string, instead: string, at: number }[]} `at`: its index in the text
 */
export const flawsIn = (text, words) =>
  hasAny(text, words)
    ? words.flatMap(({ pattern, instead, allowed }) =>
        [...without(text, allowed).matchAll(pattern)].map((match) => ({
          found: match[0].replace(/\s+/g, ' '),
          instead,
          at: match.index,
        })),
      )
    : [];

/**
 * Finds files that could hold one of the words at all, so that the others need no parsing. Between two words is anything
 * that is no letter, as in a comment of two lines, or nothing, as in a name.
 * @param {readonly Word[]} words
 */
export const quickSearch = (words) =>
  new RegExp(words.map(({ never }) => escaped(never).replaceAll('[\\s-]+', '[\\W_]*')).join('|'), 'i');
