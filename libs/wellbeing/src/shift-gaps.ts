import { localTime, NIGHT_ENDS } from '@warmline/calendar';
import { elapsed, later, type Instant } from '@warmline/kernel';
import type { WellbeingLimits } from './wellbeing-limits';

/** So much of one night (minutes) is a night's rest begun. */
const HALF_A_NIGHT = 3 * 60;
const DAY_MINUTES = 24 * 60;

/** Minutes on the wall since a day long ago. */
const wallMinutes = (at: Instant, zone: string): number => {
  const { day, minute } = localTime(at, zone);
  return day * DAY_MINUTES + minute;
};

/**
 * Whether the time between two shift blocks is an overnight one, by the wall of the service (00:00 to 06:00 is the night):
 * it goes past six in the morning, or at least three hours of one night lie in it. So from 22:00 to 08:00, from 00:30 to
 * 09:00 and from 21:00 to 05:00 are overnight; from 22:00 to 22:30 is not, nor is a pause of 40 minutes in a night's work.
 */
export const isOvernight = (endedAt: Instant, beginsAt: Instant, zone: string): boolean => {
  const [from, to] = [wallMinutes(endedAt, zone), wallMinutes(beginsAt, zone)];
  for (let midnight = from - (from % DAY_MINUTES); midnight <= to; midnight += DAY_MINUTES) {
    const morning = midnight + NIGHT_ENDS;
    if (from < morning && morning <= to) return true;
    if (Math.min(to, morning) - Math.max(from, midnight) >= HALF_A_NIGHT) return true;
  }
  return false;
};

/** When the block before ended, and where its nights are. */
export interface BlockBefore {
  /** Checked out, or at its planned end; null before the first block. */
  readonly lastBlockEndedAt: Instant | null;
  /** IANA name: the wall of the service. */
  readonly zone: string;
}

type Gaps = Pick<WellbeingLimits, 'gapInDay' | 'gapOvernight'>;

/**
 * The earliest moment from `at` on at which a shift block may begin; `at` itself where the gap before it is long enough:
 * `gapInDay` after the block before, `gapOvernight` where the time between them is overnight.
 */
export const blockMayBeginAt = (
  { lastBlockEndedAt: ended, zone }: BlockBefore,
  at: Instant,
  { gapInDay, gapOvernight }: Gaps,
): Instant => {
  if (ended === null || elapsed(ended, at) >= Math.max(gapInDay, gapOvernight)) return at;
  const soonest = later(ended, Math.max(gapInDay, elapsed(ended, at)));
  return isOvernight(ended, soonest, zone) ? later(ended, Math.max(gapInDay, gapOvernight)) : soonest;
};
