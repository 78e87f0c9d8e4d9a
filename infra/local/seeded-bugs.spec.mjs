import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from './bug-copy.mjs';
import { patchOf, seededBugs } from './seeded-bugs.mjs';
import { ROOT } from './settings.mjs';

const bugs = seededBugs(ROOT);

describe('the seeded bugs', () => {
  it.each(bugs.map((bug) => [bug.name, bug]))('%s still has its place in the code', (_, bug) => {
    expect(applyPatch(ROOT, patchOf(ROOT, bug), ['--check'])).toBeNull();
    const { spec } = bug;
    if (spec !== undefined) expect(existsSync(join(ROOT, spec.file))).toBe(true);
    expect([spec, bug.storm].filter(Boolean)).toHaveLength(1);
  });

  it('are all listed, each patch with its check', () => {
    const patches = readdirSync(join(ROOT, 'apps/storm/src/bugs')).filter((name) => name.endsWith('.patch'));
    expect(patches.sort()).toEqual(bugs.map(({ name }) => `${name}.patch`).sort());
  });
});
