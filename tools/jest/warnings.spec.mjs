import Warnings, { isWarning } from './warnings.mjs';

test.each([
  'An update to Screen inside a test was not wrapped in act(...).',
  '(node:12) [DEP0040] DeprecationWarning: The `punycode` module is deprecated.',
  'MaxListenersExceededWarning: Possible EventEmitter memory leak detected.',
  'Jest did not exit one second after the test run has completed.',
])('"%s" fails the run', (text) => {
  expect(isWarning(text)).toBe(true);
});

test('what a test prints otherwise does not fail the run', () => {
  expect(isWarning('12 strikes, 3 kills')).toBe(false);
});

test('a run without a warning has no error to report', () => {
  const print = console.error;
  const reporter = new Warnings();
  console.error = print;
  expect(reporter.getLastError()).toBeUndefined();
  reporter.onTestResult(
    /** @type {any} */ ({ path: 'a.spec.tsx' }),
    /** @type {any} */ ({ console: [{ message: 'not wrapped in act(...)' }] }),
  );
  expect(reporter.getLastError()?.message).toContain('a.spec.tsx: not wrapped in act(...)');
});
