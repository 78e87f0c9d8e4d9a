// Whether what the tables of docs/security refer to is there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { titlesIn } from '../rules-report.mjs';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export const read = (/** @type {string} */ file) => readFileSync(path.join(ROOT, file), 'utf8');

/** @type {Map<string, readonly string[]>} */
const known = new Map();

/** @param {string} file of specs */
const titlesOf = (file) => {
  const titles = known.get(file) ?? titlesIn(read(file));
  known.set(file, titles);
  return titles;
};

/** Why a reference leads nowhere; undefined when it does not. @param {import('./tables.mjs').Reference} reference */
export const flawOf = ({ file, title }) => {
  if (!existsSync(path.join(ROOT, file))) return `${file} does not exist`;
  if (title === '' || titlesOf(file).some((found) => found.includes(title))) return undefined;
  return `${file} has no test "${title}"`;
};
