import { existsSync, readFileSync } from 'node:fs';

/** The line of a log that tells most about a failure, with the path of the whole log. */
export function lastWords(file: string): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at ') && !line.startsWith('Node.js v'));
  const worst = lines.findLastIndex((line) => /error|fatal|cannot|refus|invalid/i.test(line));
  const words = lines[worst] ?? lines.at(-1);
  if (words === undefined) return `it said nothing (${file}).`;
  // A heading says nothing without the line below it.
  const sentence = words.endsWith(':') ? [words, lines[worst + 1]].filter(Boolean).join(' ') : words;
  return `"${sentence.slice(0, 300)}" (the whole log is ${file}).`;
}
