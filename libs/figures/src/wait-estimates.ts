import { MINUTE } from '@warmline/kernel';
import { shareOf, type Share } from './share';

/** What was promised at entry and what came of it (ms). */
export interface EstimateOutcome {
  /** Upper bound of the wait that was shown. */
  readonly bound: number;
  /** Real wait, or the virtual wait of a visitor who left. */
  readonly trueWait: number;
}

/** Where the share of kept promises should be: 80 ± 3 %. */
export const ESTIMATE_KEPT = { least: 0.77, most: 0.83 } as const;
export const LATE_BADLY_MOST = 0.1;
/** Later than promised by more than this (ms) is late badly. */
export const LATE_BADLY = 5 * MINUTE;

export const estimateKept = (outcomes: readonly EstimateOutcome[]): Share =>
  shareOf(outcomes, ({ trueWait, bound }) => trueWait <= bound);

export const lateBadly = (outcomes: readonly EstimateOutcome[]): Share =>
  shareOf(outcomes, ({ trueWait, bound }) => trueWait > bound + LATE_BADLY);
