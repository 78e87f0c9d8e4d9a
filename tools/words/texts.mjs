// The texts of a file that people read: comments, names, titles, catalogue entries, Markdown. No I/O.
import tseslint from 'typescript-eslint';

import { asWords } from '../eslint/words.mjs';

// The package types the parser for ESLint alone: no options, and a tree of unknown shape.
const parser = /** @type {{ parseForESLint: (source: string, options: object) => { ast: any } }} */ (
  /** @type {unknown} */ (tseslint.parser)
);

/** @typedef {{ kind: 'prose' | 'name' | 'screen', text: string, line: number }} Text */

const CATALOGUE = /(^|\/)(words|i18n)\/|[-.]words\.ts$|(^|\/)(english|locale-pack)\.ts$/;
const SPEC = /\.(spec|contract)\.(ts|tsx|mjs)$/;
const TITLED = new Set(['it', 'test', 'describe']);

/** Same length, so that positions stay. @param {string} text */
const blanked = (text) => text.replace(/[^\n]/g, ' ');

/** Code in a text is not prose. @param {string} text */
const withoutCode = (text) =>
  text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, blanked)
    .replace(/^(?: {4,}|\t).*$/gm, blanked)
    .replace(/`[^`\n]*`/g, blanked)
    .replace(/\]\([^)\s]*\)/g, blanked)
    .replace(/https?:\S+/g, blanked);

/** @param {string} text @param {number} line */
const prose = (text, line) => /** @type {Text} */ ({ kind: 'prose', text, line });

/** A sentence may go over several lines of `//`: neighbours are read as one. @param {any[]} comments */
const commentTexts = (comments) => {
  /** @type {Text[]} */
  const texts = [];
  let end = -1;
  for (const { type, value, loc } of comments) {
    const last = texts.at(-1);
    if (type === 'Line' && last !== undefined && loc.start.line === end + 1) last.text += `\n${value}`;
    else texts.push(prose(value, loc.start.line));
    end = type === 'Line' ? loc.end.line : -1;
  }
  return texts.map(({ text, line }) => prose(withoutCode(text.replace(/^\s*\* ?/gm, '')), line));
};

/** Whether the string after this token is the title of a test. @param {any[]} tokens @param {number} place */
const isTitle = (tokens, place) => {
  if (tokens[place - 1]?.value !== '(') return false;
  for (let back = place - 2; back >= 0 && back > place - 60; back -= 1) {
    const { type, value } = tokens[back];
    if (type === 'Identifier' && TITLED.has(value)) return true;
    if (value === ';' || value === '{' || value === '=>') return false;
  }
  return false;
};

const SNAKE_CASE = /^[a-z0-9]+(?:_[a-z0-9]+)+$/;
const STRINGS = new Set(['String', 'Template', 'JSXText']);

/** @param {any[]} tokens @param {string} file */
const tokenTexts = (tokens, file) =>
  tokens.flatMap((token, place) => {
    const { type, value, loc } = token;
    const line = loc.start.line;
    // What is stored keeps the name it was given first: tables, columns and audit actions.
    if (SNAKE_CASE.test(value)) return [];
    if (type === 'Identifier' || type === 'JSXIdentifier')
      return [/** @type {Text} */ ({ kind: 'name', text: asWords(value), line })];
    if (!STRINGS.has(type) || !/\S \S|^.[A-Z]/.test(value)) return [];
    if (CATALOGUE.test(file) && !SPEC.test(file))
      return [/** @type {Text} */ ({ kind: 'screen', text: value, line })];
    return SPEC.test(file) && isTitle(tokens, place) ? [prose(withoutCode(value), line)] : [];
  });

/** @param {string} source @param {string} file */
const textsOfScript = (source, file) => {
  const { comments = [], tokens = [] } = parser.parseForESLint(source, {
    ecmaFeatures: { jsx: file.endsWith('x') },
    sourceType: 'module',
  }).ast;
  return [...commentTexts(comments), ...tokenTexts(tokens, file)];
};

/** @param {string} source @param {RegExp} comment */
const textsOfComments = (source, comment) =>
  [...source.matchAll(comment)].map((match) =>
    prose(withoutCode(match[0]), source.slice(0, match.index).split('\n').length),
  );

const COMMENTS = {
  css: /\/\*[\s\S]*?\*\//g,
  sql: /(?:^[ \t]*--.*\n?)+|--.*/gm,
  lua: /(?:^[ \t]*--.*\n?)+|--.*/gm,
  yml: /(?:^[ \t]*#.*\n?)+/gm,
  yaml: /(?:^[ \t]*#.*\n?)+/gm,
  sh: /(?:^[ \t]*#.*\n?)+/gm,
  conf: /(?:^[ \t]*#.*\n?)+/gm,
};

/**
 * Everything in a file that people read.
 * @param {string} file its path, which says what it is
 * @param {string} source
 * @returns {Text[]}
 */
export const textsOf = (file, source) => {
  const extension = file.split('.').at(-1) ?? '';
  if (/^(ts|tsx|mts|mjs|js)$/.test(extension)) return textsOfScript(source, file);
  if (extension === 'md') return [prose(withoutCode(source), 1)];
  const comment = COMMENTS[/** @type {keyof typeof COMMENTS} */ (extension)];
  return comment === undefined ? [] : textsOfComments(source, comment);
};
