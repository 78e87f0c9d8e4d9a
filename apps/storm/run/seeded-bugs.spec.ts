import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../tools/dev/stack/settings.ts';
import { applyPatch } from './bug-copy.ts';
import { BUGS_FOLDER, patchOf, seededBugs } from './parse-seeded-bugs.ts';

const bugs = seededBugs();

it.each(bugs.map((bug) => [bug.name, bug] as const))(
  'the seeded bug %s still has its place in the code',
  (_, bug) => {
    expect(applyPatch(ROOT, patchOf(bug), ['--check'])).toBeNull();
    const { spec } = bug;
    if (spec !== undefined) expect(existsSync(join(ROOT, spec.file))).toBe(true);
    expect([spec, bug.storm].filter(Boolean)).toHaveLength(1);
  },
);

it('all seeded bugs are listed, each patch with its check', () => {
  const patches = readdirSync(BUGS_FOLDER).filter((name) => name.endsWith('.patch'));
  expect(patches.sort()).toEqual(bugs.map(({ name }) => `${name}.patch`).sort());
});
