// `npm run words:check [-- folder …]`: no word of docs/words.md in comments, names, titles, docs and catalogues.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { textsOf } from './words/texts.mjs';
import { flawsIn, isStoredName, quickSearch, storedNames, wordsUnder } from './words/word-list.mjs';

const root = path.resolve(import.meta.dirname, '..');
const PAGE = 'docs/words.md';
/** Pages that name the words they forbid, and what other people wrote. */
const SKIPPED = /^(docs\/(words|glossary)\.md|tools\/(words|eslint)\/.*|package-lock\.json|LICENSE)$/;

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
const page = read(PAGE);
const words = { prose: wordsUnder(page, 'In prose'), name: wordsUnder(page, 'In names') };
const stored = storedNames(page);
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

const quick = quickSearch([...screen, ...words.name]);

const flaws = files.flatMap((file) => flawsOf(file, read(file)));

/** @param {string} file @param {string} source */
function flawsOf(file, source) {
  if (!quick.test(source)) return [];
  return textsOf(file, source)
    .filter(({ kind, text }) => kind !== 'name' || !isStoredName(stored, file, text))
    .flatMap(({ kind, text, line }) =>
      flawsIn(text, kind === 'screen' ? screen : words[kind]).map(({ found, instead, at }) => {
        const lineOfWord = line + text.slice(0, at).split('\n').length - 1;
        return `${file}:${lineOfWord} "${found}": say ${instead}`;
      }),
    );
}

for (const message of flaws) console.error(`words: ${message}`);
if (flaws.length === 0) console.log('words: clean');
process.exitCode = flaws.length === 0 ? 0 : 1;
