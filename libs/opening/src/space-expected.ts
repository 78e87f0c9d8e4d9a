import { elapsed, instant, later, MINUTE, type Instant } from '@warmline/kernel';
import { ACT_WITHIN, CALM, CALM_FOR, type Pressure } from './pressure';

/** Nothing finer than this is said (ms): it is an estimate. */
const STEP = 30 * MINUTE;
/** Further ahead (ms) nobody can say. */
const FARTHEST = 180 * MINUTE;

const roundedUp = (at: Instant): Instant => instant(Math.ceil(at / STEP) * STEP);

/**
 * About when a door that closed for the wait takes standard visitors again; null where nobody can say. While nobody of them
 * comes in, what the last would wait falls by a minute a minute: until it is short enough, has been so for long enough, and
 * nobody acted in time. Rounded up to a full or half hour, so that it is rather kept than exact.
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
