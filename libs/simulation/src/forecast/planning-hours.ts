import { elapsed, HOUR, later, MINUTE, type Instant } from '@warmline/kernel';

const QUARTER = 15 * MINUTE;

/** A stretch as people plan: from a full hour to the next. */
export interface PlanningHour {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The next `hours` hours as people plan them: the rest of this one first, then full ones as long as they end within. Less than
 * a quarter of an hour is told with the hour after it. `sinceFull`: ms since the wall last showed a full hour.
 */
export const planningHours = (now: Instant, hours: number, sinceFull: number): PlanningHour[] => {
  const end = later(now, hours * HOUR);
  const left = HOUR - sinceFull;
  const rows: PlanningHour[] = [{ from: now, until: later(now, left < QUARTER ? left + HOUR : left) }];
  for (;;) {
    const from = rows.at(-1)?.until ?? end;
    const until = later(from, HOUR);
    if (until > end) return rows;
    rows.push({ from, until });
  }
};

/** The next quarter of an hour on the wall: nobody comes at 20:13. */
export const nextQuarter = (now: Instant, sinceFull: number): Instant =>
  later(now, Math.ceil(sinceFull / QUARTER) * QUARTER - sinceFull);

/** What two stretches have in common (ms). */
export const overlap = (one: PlanningHour, other: PlanningHour): number =>
  Math.max(0, Math.min(one.until, other.until) - Math.max(one.from, other.from));

/** Of what is expected in each hour from now on, what falls into a stretch. */
export const expectedWithin = (arrivals: readonly number[], now: Instant, row: PlanningHour): number =>
  arrivals.reduce((sum, count, hour) => {
    const from = later(now, hour * HOUR);
    return sum + (count * overlap(row, { from, until: later(from, HOUR) })) / HOUR;
  }, 0);

/** The index of the row of an arrival at `at`; -1 after the last row. */
export const rowAt = (rows: readonly PlanningHour[], at: Instant): number =>
  rows.findIndex(({ from, until }) => elapsed(from, at) >= 0 && at < until);
