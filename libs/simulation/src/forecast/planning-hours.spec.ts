import { HOUR, instant, later, MINUTE } from '@warmline/kernel';
import { expectedWithin, nextQuarter, planningHours, rowAt } from './planning-hours';

const FULL = instant(Date.UTC(2026, 10, 18, 20));
const past = (minutes: number) => later(FULL, minutes * MINUTE);
const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);
const rows = (minutes: number): string[] =>
  planningHours(past(minutes), 6, minutes * MINUTE).map(
    ({ from, until }) => `${clock(from)}-${clock(until)}`,
  );

describe('hours as people plan', () => {
  it('begin now, and are full ones from then on, within six hours', () => {
    expect(rows(0)).toEqual([
      '20:00-21:00',
      '21:00-22:00',
      '22:00-23:00',
      '23:00-00:00',
      '00:00-01:00',
      '01:00-02:00',
    ]);
    expect(rows(13).slice(0, 2)).toEqual(['20:13-21:00', '21:00-22:00']);
    expect(rows(13).at(-1)).toBe('01:00-02:00');
  });

  it('tell a few minutes together with the hour after them', () => {
    expect(rows(45)[0]).toBe('20:45-21:00');
    expect(rows(46)[0]).toBe('20:46-22:00');
  });

  it('have room for a shift from the next quarter of an hour on', () => {
    expect(clock(nextQuarter(past(13), 13 * MINUTE))).toBe('20:15');
    expect(clock(nextQuarter(past(15), 15 * MINUTE))).toBe('20:15');
    expect(clock(nextQuarter(past(46), 46 * MINUTE))).toBe('21:00');
  });

  it('hold what is expected from now on, each its part', () => {
    const now = past(30);
    const arrivals = [6, 12, 0];
    const [first, second] = planningHours(now, 3, 30 * MINUTE);
    expect(first && expectedWithin(arrivals, now, first)).toBe(3);
    expect(second && expectedWithin(arrivals, now, second)).toBe(9);
  });

  it('know who comes in which', () => {
    const all = planningHours(past(30), 3, 30 * MINUTE);
    expect([30, 59, 60, 119, 179, 180].map((minutes) => rowAt(all, past(minutes)))).toEqual([
      0, 0, 1, 1, 2, -1,
    ]);
    expect(all.at(-1)?.until).toBe(later(FULL, 3 * HOUR));
  });
});
