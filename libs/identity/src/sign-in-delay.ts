import { elapsed, MINUTE, SECOND, type Instant } from '@warmline/kernel';

/** Wrong passwords or codes in a row that delay nothing: anyone mistypes. */
export const FREE_TRIES = 5;
/** No try at a name waits longer than this for the one before (ms). */
export const DELAY_MAX = 15 * SECOND;
/** Wrong passwords and codes are forgotten after this long without another (ms). */
export const FAILURES_KEPT = 15 * MINUTE;

/** How long the next try waits after so many wrong ones in a row (ms): 1 s, 2 s, 4 s… once the free ones are used. */
export const delayAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(DELAY_MAX, SECOND * 2 ** Math.min(failures - FREE_TRIES, 10));

/** Wrong tries in a row, as they are stored. */
export interface WrongTries {
  readonly count: number;
  /** When the newest was; null where there was none. */
  readonly at: Instant | null;
}

/** Those that are not forgotten yet. */
export const wrongTriesAt = ({ count, at }: WrongTries, now: Instant): number =>
  at === null || elapsed(at, now) > FAILURES_KEPT ? 0 : count;

/** How long the next try has still to wait (ms); 0 where it may be compared now. */
export const delayLeft = (tries: WrongTries, now: Instant): number =>
  tries.at === null ? 0 : Math.max(0, delayAfter(wrongTriesAt(tries, now)) - elapsed(tries.at, now));
