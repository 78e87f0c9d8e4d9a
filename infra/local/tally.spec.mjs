import { tallyOf } from './jest-run.mjs';
import { closingLine, parseArguments } from './test-run.mjs';

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test('a file that does not load counts as failed', () => {
  expect(tallyOf({ ...report, numRuntimeErrorTestSuites: 1 }, 1)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});

test('a bad end without a failed test counts as failed', () => {
  expect(tallyOf(report, 1).failed).toBe(1);
  expect(tallyOf(report, 0).failed).toBe(0);
});

test('the closing line names what was skipped only if something was', () => {
  expect(closingLine({ passed: 3, failed: 1, skipped: 0 })).toBe('3 passed, 1 failed');
  expect(closingLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
});

test('everything but the stage is for Jest', () => {
  expect(parseArguments(['--only=int', 'store', '-t', 'MSG2'])).toEqual({
    only: 'int',
    jestArgs: ['store', '-t', 'MSG2'],
  });
});
