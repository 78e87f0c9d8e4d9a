import { MINUTE, SECOND } from '@warmline/kernel';

/** Wrong passwords in a row that delay nothing: anyone mistypes. */
export const FREE_TRIES = 5;
/** No try at a name waits longer than this for the one before (ms). */
export const DELAY_MAX = 15 * SECOND;
/** Wrong passwords are forgotten after this long without another (ms). */
export const FAILURES_KEPT = 15 * MINUTE;

/** How long the next try waits after so many wrong ones in a row (ms): 1 s, 2 s, 4 s… once the free ones are used. */
export const delayAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(DELAY_MAX, SECOND * 2 ** Math.min(failures - FREE_TRIES, 10));
