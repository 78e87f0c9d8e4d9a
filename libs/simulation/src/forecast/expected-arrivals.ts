import { quantileOf } from '../goals/statistics';

const HOURS_IN_WEEK = 168;
/** Weeks looked back at (docs/spec/figures.md#forecast). */
export const WEEKS_LOOKED_AT = 6;
/** The trend of a week against those before it is believed between these. */
const TREND = { least: 0.5, most: 2 } as const;
/** Of a service too young to know its week: the mean of so many latest hours. */
const LATEST_HOURS = 24;
/** Fewer weeks than this say nothing about an hour of the week. */
const LEAST_WEEKS = 2;

export interface ExpectedArrivals {
  /** `same_hours`: the median of the same hour of the week. `latest_hours`: too little is known, so the mean of the latest. */
  readonly basis: 'same_hours' | 'latest_hours';
  /** People in each hour from now on. */
  readonly arrivals: readonly number[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);

/** How this week compares with the mean of all whole weeks that were seen; 1 where there is nothing to compare. */
const trendOf = (seen: readonly number[]): number => {
  const weeks = Math.min(WEEKS_LOOKED_AT, Math.floor(seen.length / HOURS_IN_WEEK));
  const totals = Array.from({ length: weeks }, (_, week) =>
    sum(seen.slice(week * HOURS_IN_WEEK, (week + 1) * HOURS_IN_WEEK)),
  );
  const usual = mean(totals);
  if (usual === 0) return 1;
  return Math.min(TREND.most, Math.max(TREND.least, (totals[0] ?? usual) / usual));
};

/** What came in this hour from now on, one week, two weeks… earlier. */
const sameHour = (seen: readonly number[], ahead: number): number[] =>
  Array.from({ length: WEEKS_LOOKED_AT }, (_, week) => seen[(week + 1) * HOURS_IN_WEEK - ahead - 1]).filter(
    (count) => count !== undefined,
  );

/**
 * How many people are expected in each of the next `hours` (fewer than 168): the median of the same hour in the last six weeks, times
 * the trend. `seen`: people who came in each past hour, the latest first, from when the service began.
 */
export const expectedArrivals = (seen: readonly number[], hours: number): ExpectedArrivals => {
  const ahead = Array.from({ length: hours }, (_, hour) => hour);
  const known = ahead.map((hour) => sameHour(seen, hour));
  if (known.some((counts) => counts.length < LEAST_WEEKS)) {
    const latest = mean(seen.slice(0, LATEST_HOURS));
    return { basis: 'latest_hours', arrivals: ahead.map(() => latest) };
  }
  const trend = trendOf(seen);
  return { basis: 'same_hours', arrivals: known.map((counts) => quantileOf(counts, 0.5) * trend) };
};
