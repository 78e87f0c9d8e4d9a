import { chooseStages, parseArguments, type Stage } from './run-stages.ts';
import { closingLine, tallyOfReport } from './tally.ts';

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

it('a file that does not load counts as failed', () => {
  const tally = { passed: 3, failed: 1, skipped: 0 };
  expect(tallyOfReport({ ...report, numRuntimeErrorTestSuites: 1 }, 1)).toEqual(tally);
});

it('a bad end without a failed test counts as failed', () => {
  expect([1, 0].map((code) => tallyOfReport(report, code).failed)).toEqual([1, 0]);
});

it('the closing line names what was skipped only if something was', () => {
  expect(closingLine({ passed: 3, failed: 1, skipped: 0 })).toBe('3 passed, 1 failed');
  expect(closingLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
});

it('everything but the choice of stages is for Jest', () => {
  const choice = { only: 'int', isAll: true, jestArgs: ['store', '-t', 'MSG2'] };
  expect(parseArguments(['--only=int', '--all', 'store', '-t', 'MSG2'])).toEqual(choice);
});

const stage = (name: string, isLong = false): Stage => ({
  name,
  isLong,
  run: () => Promise.reject(new Error(name)),
});
const groups = [[stage('lint'), stage('types')], [stage('journeys', true)]];

it.each([
  [['--all'], [['lint', 'types'], ['journeys']]],
  [[], [['lint', 'types']]],
  [['--only=journeys'], [['journeys']]],
])('the arguments %j choose the stages %j', (args, names) => {
  const chosen = chooseStages(groups, parseArguments(args));
  expect(chosen.map((group) => group.map(({ name }) => name))).toEqual(names);
});

it('an unknown stage is refused with the names there are', () => {
  expect(() => chooseStages(groups, parseArguments(['--only=tests']))).toThrow(
    'choose lint, types, journeys',
  );
});
