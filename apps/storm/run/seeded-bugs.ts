// `npm run storm -- --seeded-bugs [name…]`: each seeded bug alone, in a copy of the sources, must turn its check red.
import { join } from 'node:path';
import { Failure, sentenceFor } from '../../../tools/dev/process/failure.ts';
import type { Session } from '../../../tools/dev/process/session.ts';
import { ROOT } from '../../../tools/dev/stack/settings.ts';
import { BugChecks } from './bug-checks.ts';
import { BugCopy } from './bug-copy.ts';
import { patchOf, seededBugs, type SeededBug } from './parse-seeded-bugs.ts';

function chooseBugs(names: readonly string[]): readonly SeededBug[] {
  const all = seededBugs();
  const unknown = names.find((name) => !all.some((bug) => bug.name === name));
  if (unknown !== undefined) throw new Failure(`No seeded bug is called "${unknown}".`);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

const subjectOf = ({ spec, storm }: SeededBug): string => spec?.file ?? `storm ${storm?.args.join(' ')}`;

/**
 * A check that turns red with a bug shows something only if it is green without, so each is first run on a faultless copy.
 *
 * @returns the checks that are red already
 */
async function checkWithoutBugs(
  session: Session,
  checks: BugChecks,
  bugs: readonly SeededBug[],
): Promise<Set<string>> {
  const broken = new Set<string>();
  for (const [subject, bug] of new Map(bugs.map((one) => [subjectOf(one), one]))) {
    const anyTest = bug.spec === undefined ? bug : { ...bug, spec: { ...bug.spec, test: '' } };
    const red = await checks.check(anyTest).catch(sentenceFor);
    if (red !== null) broken.add(subject);
    session.progress.say(
      red === null ? `  ✓ green without a bug: ${subject}` : `  ✗ RED without a bug: ${subject}: ${red}`,
    );
  }
  return broken;
}

/** @returns what the check found with the bug in place; null when it missed it */
async function checkWithBug(checks: BugChecks, copy: BugCopy, bug: SeededBug): Promise<string | null> {
  copy.apply(patchOf(bug), 'forwards');
  const red = await checks.check(bug).catch((error: unknown) => {
    process.stderr.write(`  ! ${bug.name}: ${sentenceFor(error)}\n`);
    return null;
  });
  copy.apply(patchOf(bug), 'backwards');
  return red;
}

/**
 * @param names none: all
 * @returns exit code
 */
export async function runSeededBugs(session: Session, names: readonly string[]): Promise<number> {
  const bugs = chooseBugs(names);
  const copy = new BugCopy(ROOT, join(session.dataDir, 'copy'), session.children);
  const checks = new BugChecks(session, copy);
  const broken = await checkWithoutBugs(session, checks, bugs);
  let caught = 0;
  for (const bug of bugs) {
    const red = broken.has(subjectOf(bug)) ? null : await checkWithBug(checks, copy, bug);
    if (red !== null) caught += 1;
    process.stdout.write(red === null ? `  ✗ MISSED  ${bug.is}\n` : `  ✓ caught  ${bug.is}: ${red}\n`);
  }
  process.stdout.write(`caught ${caught} of ${bugs.length}\n`);
  return caught === bugs.length ? 0 : 1;
}
