import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';
import type { CalibratedWait } from './calibration';
import { bucketFor, type Bucket, type WaitEstimate } from './wait-estimate';

/** A shown number stays on the screen at least this long (ms). */
export const SHOWN_AT_LEAST = 30_000;

/** What a page shows of a promise at a moment. */
export interface ShownWait {
  /** Null for no number. */
  readonly bucket: Bucket | null;
  /** It takes longer than was said, and this is what is said now instead. */
  readonly isLate: boolean;
}

/** This promise is the one that was made with an apology. */
const isAfterApology = ({
  until,
  apologisedAt,
  bucket,
}: Extract<WaitEstimate, { kind: 'within' }>): boolean =>
  apologisedAt !== null &&
  (until === null || bucket === 'more' || until <= later(apologisedAt, bucket * MINUTE));

/**
 * The bucket of the time left. As time passes a valid estimate is shown in smaller numbers, never in a larger one than
 * first shown.
 */
export const shownWait = (promise: WaitEstimate, found: CalibratedWait | null, now: Instant): ShownWait => {
  if (promise.kind !== 'within') return { bucket: null, isLate: false };
  const isLate = isAfterApology(promise);
  if (promise.until === null) return { bucket: promise.bucket, isLate };
  const left = Math.max(0, elapsed(now, promise.until) / MINUTE);
  return { bucket: bucketFor(Math.min(left, found?.bound ?? left)), isLate };
};
