import { readdirSync } from 'node:fs';
import path from 'node:path';

import { read, ROOT } from './references.mjs';

/** What may only be said once the rule is shown, where, and how people would say it. */
const PROMISES = /** @type {const} */ ([
  [
    'PRV4',
    'apps/visitor/',
    /\b(?:we|is|are|was|were|be|been) (?:then )?(?:delete[sd]?|erase[sd]?|destroy(?:ed|s)?|wiped)\b|or deleted/i,
  ],
  ['SEC3', 'apps/', /\bsecond factor\b|two-step|two steps/i],
  ['AUD3', 'apps/', /tamper|cannot be changed afterwards/i],
]);
/** What is never claimed: docs/security.md says why. */
const NEVER = /end.to.end|military|completely safe|fully anonymous|no one can ever|nobody can ever/i;

const notYetDue = JSON.parse(read('docs/rules/not-yet-due.json'));

/** Every catalogue of words that visitors or staff read. */
const catalogues = ['apps/visitor/src', 'apps/console/src'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /-words\.ts$/.test(name))
    .map((name) => `${folder}/${name}`),
);

describe('the words on the pages', () => {
  it('are read from every catalogue', () => {
    expect(catalogues).toContain('apps/visitor/src/before-you-start/before-words.ts');
    expect(catalogues.length).toBeGreaterThan(20);
  });

  it.each(PROMISES)('promise nothing of %s while no test shows it', (rule, where, pattern) => {
    const spoken = catalogues.filter((file) => file.startsWith(where) && pattern.test(read(file)));
    const early = rule in notYetDue ? spoken : [];
    expect(early).toEqual([]);
  });

  it('never claim what docs/security.md does not', () => {
    expect(catalogues.filter((file) => NEVER.test(read(file)))).toEqual([]);
  });
});
