// `npm run words:check [-- folder …]`: no word of docs/words.md in comments, names, titles, docs and catalogues.
// docs/words-not-yet-clean.json holds how many each folder may still have; the numbers may only fall.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { textsOf } from './words/texts.mjs';
import { flawsIn, quickSearch, wordsUnder } from './words/word-list.mjs';

const root = path.resolve(import.meta.dirname, '..');
const PAGE = 'docs/words.md';
const LIST = 'docs/words-not-yet-clean.json';
/** Pages that name the words they forbid, and what other people wrote. */
const SKIPPED = /^(docs\/(words|glossary)\.md|tools\/(words|eslint)\/.*|package-lock\.json|LICENSE)$/;

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
const page = read(PAGE);
const words = { prose: wordsUnder(page, 'In prose'), name: wordsUnder(page, 'In names') };
const screen = [...words.prose, ...wordsUnder(page, 'On screens')];

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...asked()], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
})
  .split('\n')
  .filter((file) => file !== '' && !SKIPPED.test(file) && existsSync(path.join(root, file)));

function asked() {
  return process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
}

/** `apps/gateway`, `libs/routing`, `docs`, … @param {string} file */
const folderOf = (file) => {
  const [first = '', second = ''] = file.split('/');
  if (first === 'apps' || first === 'libs') return second.includes('.') ? first : `${first}/${second}`;
  return file.includes('/') ? first : 'root';
};

const quick = quickSearch([...screen, ...words.name]);

const flaws = files.flatMap((file) => flawsOf(file, read(file)));

/** @param {string} file @param {string} source */
function flawsOf(file, source) {
  if (!quick.test(source)) return [];
  return textsOf(file, source).flatMap(({ kind, text, line }) =>
    flawsIn(text, kind === 'screen' ? screen : words[kind]).map(({ found, instead, at }) => ({
      folder: folderOf(file),
      message: `${file}:${line + text.slice(0, at).split('\n').length - 1} "${found}": say ${instead}`,
    })),
  );
}

const counts = new Map();
for (const { folder } of flaws) counts.set(folder, (counts.get(folder) ?? 0) + 1);
const allowed = /** @type {Record<string, number>} */ (JSON.parse(read(LIST)));

if (process.argv.includes('--lower')) {
  const lowered = Object.entries(allowed)
    .map(([folder, most]) => [folder, Math.min(most, counts.get(folder) ?? 0)])
    .filter(([, most]) => most !== 0);
  writeFileSync(path.join(root, LIST), `${JSON.stringify(Object.fromEntries(lowered), null, 2)}\n`);
}

const isAsked = asked().length > 0;
const bad = [...counts].filter(([folder, count]) => count > (allowed[folder] ?? 0));
for (const { folder, message } of flaws)
  if (isAsked || bad.some(([name]) => name === folder)) console.error(`words: ${message}`);
for (const [folder, count] of bad)
  console.error(`words: ${folder} has ${count}, and may have ${allowed[folder] ?? 0}`);
const summary = [...counts].sort(([left], [right]) => left.localeCompare(right));
console.log(
  summary.length === 0
    ? 'words: clean'
    : `words to replace: ${summary.map(([folder, count]) => `${folder} ${count}`).join(', ')}`,
);
process.exitCode = bad.length === 0 ? 0 : 1;
