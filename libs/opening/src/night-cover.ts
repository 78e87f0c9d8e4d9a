import { instantAt, isNight, localTime, NIGHT_ENDS } from '@warmline/calendar';
import type { Instant } from '@warmline/kernel';
import type { OpeningBasis } from './opening';

/** Who has to be on from 00:00 to 06:00 where a service keeps the night rule. */
export const NIGHT_COVER = { responders: 2, supervisors: 1 } as const;

/**
 * When the night ends for which too few are on: two responders whose shift is running and a supervisor at their console are
 * needed. Null by day, with enough of them, and where the service does not keep the night rule.
 */
export const uncoveredUntil = ({ now, rules, situation }: OpeningBasis): Instant | null => {
  const { zone } = rules.hours;
  const { respondersOn, supervisorsOn } = situation;
  if (!rules.keepsNightRule || !isNight(now, zone)) return null;
  if (respondersOn >= NIGHT_COVER.responders && supervisorsOn >= NIGHT_COVER.supervisors) return null;
  return instantAt({ day: localTime(now, zone).day, minute: NIGHT_ENDS }, zone);
};
