import { elapsed, instant, later, MINUTE, type Instant } from '@warmline/kernel';
import { ACT_WITHIN, CALM, CALM_FOR, type Pressure } from './pressure';

/** Nothing finer than this is said (ms): it is an estimate. */
const STEP = 30 * MINUTE;
/** Further ahead (ms) nobody can say. */
const FARTHEST = 180 * MINUTE;

const roundedUp = (at: Instant): Instant => instant(Math.ceil(at / STEP) * STEP);

/**
 * About when a service that closed for the wait takes standard visitors again; null where nobody can say. While no standard
 * visitor joins, the last wait falls by a minute a minute. It must become short enough, stay so for long enough, and no
 * supervisor may act first. Rounded up to a full or half hour: a late estimate is kept, an exact one may not be.
 */
export const spaceExpected = (
  now: Instant,
  { standardBound, pressure }: { readonly standardBound: number | null; readonly pressure: Pressure },
): Instant | null => {
  if (standardBound === null) return null;
  const { calmSince } = pressure;
  const calmFor = calmSince === null ? 0 : Math.min(CALM_FOR, elapsed(calmSince, now));
  const left = Math.max(0, standardBound - CALM) + CALM_FOR - calmFor + ACT_WITHIN;
  return left > FARTHEST ? null : roundedUp(later(now, left));
};
