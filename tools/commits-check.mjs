// `npm run commits:check`: the subject of every commit since this file was added is "type(scope): summary".
// A copy without its history has nothing to check; a shallow clone is checked as far back as it goes.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { flawOf } from './commits/subject.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Output of git in lines; none without git or a repository. @param {string[]} question */
const git = (...question) => {
  try {
    return execFileSync('git', question, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .filter(Boolean);
  } catch {
    return [];
  }
};

const first = git('log', '--diff-filter=A', '--format=%H', '--', 'tools/commits-check.mjs').at(-1);
const [parent] = first === undefined ? [] : git('rev-parse', '--verify', '--quiet', `${first}^`);
const range = parent === undefined ? 'HEAD' : `${parent}..HEAD`;
const commits = first === undefined ? [] : git('log', '--no-merges', '--format=%h %s', range);

const bad = commits.flatMap((line) => {
  const [id = '', subject = ''] = line.split(/ (.*)/);
  const flaw = flawOf(subject);
  return flaw === null ? [] : `commits: ${id} "${subject}" ${flaw}`;
});
for (const line of bad) console.error(line);
console.log(
  first === undefined
    ? 'commits: no history here, nothing to check'
    : `commits with a good subject: ${commits.length - bad.length} of ${commits.length}`,
);
process.exitCode = bad.length === 0 ? 0 : 1;
