import { expectedArrivals } from './expected-arrivals';

const WEEK = 168;
/** So many weeks, each with what `count` says of its hours; index 0 is the hour that has just passed. */
const weeks = (count: number, perHour: (week: number, hourAgo: number) => number): number[] =>
  Array.from({ length: count * WEEK }, (_, ago) => perHour(Math.floor(ago / WEEK), ago % WEEK));

describe('arrivals that are expected', () => {
  it('are the median of the same hour of earlier weeks: one odd week changes nothing', () => {
    // The hour from now on was 167 hours into each week, counted back.
    const seen = weeks(5, (week, ago) => (ago === WEEK - 1 ? (week === 2 ? 90 : 6) : 1));
    const { basis, arrivals } = expectedArrivals(seen, 3);
    expect(basis).toBe('same_hours');
    expect(arrivals[0]).toBeGreaterThan(4);
    expect(arrivals[0]).toBeLessThan(7);
    expect(arrivals[1]).toBeLessThan(2);
  });

  it('follow the trend of the latest week, within bounds', () => {
    const usual = expectedArrivals(
      weeks(4, () => 10),
      1,
    ).arrivals[0];
    const busier = expectedArrivals(
      weeks(4, (week) => (week === 0 ? 16 : 10)),
      1,
    ).arrivals[0];
    const flooded = expectedArrivals(
      weeks(4, (week) => (week === 0 ? 1_000 : 10)),
      1,
    ).arrivals[0];
    expect(usual).toBe(10);
    expect(busier).toBeGreaterThan(12);
    expect(flooded).toBe(20);
  });

  it('are the mean of the latest day where no week is known yet', () => {
    const seen = [...Array.from({ length: 24 }, () => 3), ...Array.from({ length: 30 }, () => 50)];
    expect(expectedArrivals(seen, 2)).toEqual({ basis: 'latest_hours', arrivals: [3, 3] });
    expect(expectedArrivals([], 2)).toEqual({ basis: 'latest_hours', arrivals: [0, 0] });
  });
});
