import type { Instant } from '@warmline/kernel';
import type { Addition, ComingShift } from './request';

/** How many more are on from each moment on at which that changes; stretches in which it is the same are one. */
export const mergedShifts = (shifts: readonly ComingShift[]): Addition[] => {
  const moments = [...new Set(shifts.flatMap(({ from, until }) => [from, until]))].sort(
    (one, two) => one - two,
  );
  const merged: Addition[] = [];
  moments.forEach((from, place) => {
    const until = moments[place + 1];
    const responders = countAt(shifts, from);
    const last = merged.at(-1);
    if (until === undefined || responders === 0) return;
    if (last?.until === from && last.responders === responders)
      merged[merged.length - 1] = { ...last, until };
    else merged.push({ from, until, responders });
  });
  return merged;
};

const countAt = (shifts: readonly ComingShift[], at: Instant): number =>
  shifts.filter(({ from, until }) => from <= at && at < until).length;
