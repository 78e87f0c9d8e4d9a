import type { Instant, StaffId } from '@warmline/kernel';
import type { SimulatedContact } from '../trace';

/** What each way of estimating said when a wait began, in minutes; null where it says nothing. */
export interface Announced {
  /** Ours: before calibration, the bound U80, the middle. */
  readonly raw: number;
  readonly bound: number | null;
  readonly likely: number | null;
  /** Queue length times mean handle time over slots. */
  readonly queueLength: number;
  /** The wait of the visitor accepted last. */
  readonly lastToEnter: number;
  /** The mean of the latest ten waits. */
  readonly recentMean: number;
}

/** Where a run announces nothing. */
export const NOTHING_ANNOUNCED: Announced = {
  raw: 0,
  bound: null,
  likely: null,
  queueLength: 0,
  lastToEnter: 0,
  recentMean: 0,
};

/** How a wait ended. */
export interface WaitEnding {
  readonly kind: 'answered' | 'left';
  readonly at: Instant;
  /** Null where a supervisor answered, or nobody. */
  readonly staff: StaffId | null;
}

/** What became of a contact. */
export interface ContactRecord {
  readonly contact: SimulatedContact;
  readonly announced: Announced;
  ending: WaitEnding | null;
  /** Minutes until a responder accepted or, for those who left, would have. Null while unknown. */
  trueWait: number | null;
}
