import { existsSync, readFileSync, renameSync } from 'node:fs';

/**
 * The log of the run before is kept once, so that a crash can still be read about after the next start.
 *
 * @param {string} file
 */
export function keepPrevious(file) {
  if (existsSync(file)) renameSync(file, `${file}.before`);
}

/**
 * @param {string} file
 * @returns {string} the end of a log, in one line, with where to read the rest
 */
export function lastWords(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.filter(
    (line) => line !== '' && !line.startsWith('at ') && !line.startsWith('Node.js v'),
  );
  const worst = telling.findLastIndex((line) => /error|fatal|cannot|refus|invalid/i.test(line));
  const words = telling[worst] ?? telling.at(-1);
  if (words === undefined) return `it said nothing (${file}).`;
  // A heading needs what it heads.
  const sentence = words.endsWith(':') ? [words, telling[worst + 1]].filter(Boolean).join(' ') : words;
  return `"${sentence.slice(0, 300)}" (all of it in ${file}).`;
}
