// `npm run rules:check`: every rule of docs/rules has a test whose title starts with its id, or
// docs/rules/not-yet-due.json says why not. `-- --list` prints the tests of each rule.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { claimsIn, problemsOf, rulesIn, summaryOf } from './rules-report.mjs';

const root = path.resolve(import.meta.dirname, '..');
const LIST = 'docs/rules/not-yet-due.json';

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');

/** Output of git, or '' without git, without this commit, or without the file in it. @param {string[]} question */
const git = (...question) => {
  try {
    return execFileSync('git', question, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
};

/** The ids in the list of earlier commits: the last one, the one before, and the merge base with the main branch. */
const listedBefore = () =>
  ['HEAD', 'HEAD~1', git('merge-base', 'HEAD', 'origin/HEAD')]
    .filter((commit) => commit !== '')
    .map((commit) => git('show', `${commit}:${LIST}`))
    .filter((text) => text !== '')
    .map((text) => Object.keys(JSON.parse(text)));

const isSpec = (/** @type {string} */ file) =>
  /\.(spec|contract)\.(ts|tsx|mjs)$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file);

const specs = ['libs', 'apps', 'infra', 'tools'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter(isSpec),
);
const claims = specs.flatMap((file) => claimsIn(read(file)).map((claim) => ({ ...claim, file })));
const rules = readdirSync(path.join(root, 'docs/rules'))
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => rulesIn(read(`docs/rules/${name}`)));

if (process.argv.includes('--list'))
  for (const id of rules) {
    console.log(id);
    for (const { title, file } of claims.filter((claim) => claim.id === id))
      console.log(`  ${file}  ${title}`);
  }

const problems = problemsOf({
  rules,
  claims,
  notYetDue: JSON.parse(read(LIST)),
  notYetDueBefore: listedBefore(),
});
for (const problem of problems) console.error(`rules: ${problem}`);
console.log(summaryOf(rules, claims));
process.exitCode = problems.length === 0 ? 0 : 1;
