/** How many checks of a stage passed, failed and were left out. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Commands count as one check. @param codes their exit codes */
export const tallyOfCodes = (...codes: readonly number[]): Tally =>
  codes.every((code) => code === 0)
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };

/**
 * @param report what Jest writes with --json; empty when it wrote none
 * @param code Jest's exit code
 */
export function tallyOfReport(report: Readonly<Record<string, unknown>>, code: number): Tally {
  const count = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + Number(report[name] ?? 0), 0);
  // A file that does not load holds no failed test but is a failure; so is a bad end without either.
  const failed = count('numFailedTests', 'numRuntimeErrorTestSuites');
  return {
    passed: count('numPassedTests'),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: count('numPendingTests', 'numTodoTests'),
  };
}

export const addTallies = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** The last line of `npm test`. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
