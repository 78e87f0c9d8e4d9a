import { claimsIn, problemsOf, rulesIn, summaryOf } from './rules-report.mjs';

test('a rule is a heading that begins with its id', () => {
  expect(
    rulesIn('# Messages\n\n## MSG1 no acknowledged loss\nMSG3\n\n## MSG2 retries\n\n### MSG9 no\n'),
  ).toEqual(['MSG1', 'MSG2']);
});

describe('claims', () => {
  test.each([
    [`it('[MSG1] keeps it', () => {});`, ['MSG1']],
    [`describe('[ASG2] fencing', () => {});`, ['ASG2']],
    ['test(`[RTE2] offers ${count}`, () => {});', ['RTE2']],
    [`test.each([[1], [2]])('[SEC1] %s', () => {});`, ['SEC1']],
    ['it.each`a\n${1}`("[AUD1] $a", () => {});', ['AUD1']],
    [`it('[MSG1] [MSG6] both', async () => {});`, ['MSG1', 'MSG6']],
    [`it('[MSG1][MSG6] both', async () => {});`, ['MSG1', 'MSG6']],
    [`const a = <T>(b: T) => b; it('[MSG1] after a generic function', () => {});`, ['MSG1']],
    [`const a = <p>it’s</p>; it('[MSG1] after a tag', () => {});`, ['MSG1']],
    [`it('keeps [MSG1]', () => {});`, []],
    [`// it('[MSG1] keeps it', () => {});`, []],
    [`log('[MSG1] keeps it');`, []],
    [`it(title, () => {});`, []],
  ])('the ids at the start of the title in %s are claims', (source, ids) => {
    expect(claimsIn(source).map(({ id }) => id)).toEqual(ids);
  });
});

describe('problems', () => {
  const claim = (/** @type {string} */ id) => ({ id, title: `[${id}] holds`, file: 'a.spec.ts' });
  const sound = {
    rules: ['MSG1', 'MSG2'],
    claims: [claim('MSG1')],
    notYetDue: { MSG2: 'comes with the storm' },
    notYetDueBefore: [['MSG1', 'MSG2']],
  };

  test('there are no problems while every rule has either a test or a reason', () => {
    expect(problemsOf(sound)).toEqual([]);
    expect(problemsOf({ ...sound, notYetDueBefore: [] })).toEqual([]);
  });

  test('a rule whose test did not show it may go back on the list, with a reason that says so', () => {
    const back = {
      ...sound,
      notYetDue: { MSG2: 'back on the list: its test showed half' },
      notYetDueBefore: [[]],
    };
    expect(problemsOf(back)).toEqual([]);
  });

  test.each([
    ['a test that names no rule', { claims: [claim('MSG1'), claim('MSG9')] }, 'MSG9'],
    ['a rule with neither', { claims: [], notYetDueBefore: [] }, 'MSG1 has no test'],
    ['a rule with both', { claims: [claim('MSG1'), claim('MSG2')] }, 'MSG2 has a test now'],
    ['a listed id that is no rule', { notYetDue: { MSG2: 'later', MSG7: 'later' } }, 'MSG7 is not yet due'],
    ['a listed rule without a reason', { notYetDue: { MSG2: ' ' } }, 'without a reason'],
    ['an id that joined the list', { notYetDueBefore: [['MSG1', 'MSG2'], ['MSG1']] }, 'may only shrink'],
    ['a rule promised twice', { rules: ['MSG1', 'MSG2', 'MSG1'] }, 'promised twice'],
  ])('%s is one problem', (_title, change, problem) => {
    const problems = problemsOf({ ...sound, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

test('the summary counts rules, not tests', () => {
  expect(summaryOf(['MSG1', 'MSG2'], [{ id: 'MSG1' }, { id: 'MSG1' }])).toBe('rules with tests: 1 of 2');
});
