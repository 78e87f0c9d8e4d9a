// Which program of tsconfig.json tells ESLint the types of a file. tools/code-check gives ESLint the programs themselves,
// since it has them already; this is for an editor and for `npx eslint <file>`.
import path from 'node:path';

import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** @param {string} file @returns {Record<string, any>} */
const configOf = (file) => ts.readConfigFile(path.join(ROOT, file), ts.sys.readFile).config;

/** @param {string} file of the program @param {string} pattern TypeScript's, from that file's folder @returns {string} ESLint's, from the root */
export function patternFor(file, pattern) {
  const fromRoot = path.posix.join(path.posix.dirname(file), pattern);
  return /\.[a-z]+$/.test(fromRoot) ? fromRoot : `${fromRoot}/**`;
}

/** @param {string} file @returns {import('eslint').Linter.Config} */
function informationFrom(file) {
  const { include = [], exclude } = configOf(file);
  // The visitor's programs take what they leave out from the one they extend.
  const left = exclude ?? configOf(path.posix.join(path.posix.dirname(file), configOf(file).extends)).exclude;
  return {
    files: include.map((/** @type {string} */ pattern) => patternFor(file, pattern)),
    ignores: (left ?? []).map((/** @type {string} */ pattern) => patternFor(file, pattern)),
    languageOptions: { parserOptions: { project: [file], tsconfigRootDir: ROOT } },
  };
}

export const typeInformation = configOf('tsconfig.json').references.map(
  (/** @type {{ path: string }} */ reference) => informationFrom(reference.path),
);
