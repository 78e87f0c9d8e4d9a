import type { SetupRow } from '@warmline/contracts';
import { DAY, instant, type Instant } from '@warmline/kernel';
import { trainingStatus, type ModuleStatus } from '@warmline/wellbeing';

const at = (day: string): Instant => instant(Date.parse(`${day}T00:00:00Z`));

/** The training records of one person. */
export const recordsOf = (rows: readonly SetupRow[], signInName: string): readonly SetupRow[] =>
  rows.filter((row) => row['sign_in_name'] === signInName);

/** Each module of a person once, by its latest record; needed ones that were never recorded are missing. */
export const statusOf = (
  rows: readonly SetupRow[],
  signInName: string,
  now: number,
): readonly ModuleStatus[] =>
  trainingStatus(
    recordsOf(rows, signInName).map((row) => ({
      module: row['module'] ?? '',
      grants: null,
      passedAt: at(row['passed_on'] ?? ''),
      // It is valid to the end of its last day.
      expiresAt: instant(at(row['valid_until'] ?? '') + DAY),
    })),
    instant(now),
  );

/** Modules that are missing, and those that were valid once. */
export const troublesOf = (status: readonly ModuleStatus[]) => ({
  missing: status.filter(({ state }) => state === 'missing').map(({ module }) => module),
  lapsed: status.filter(({ state }) => state === 'expired').map(({ module }) => module),
});
