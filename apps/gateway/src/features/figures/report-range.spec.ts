import { HOUR, instant } from '@warmline/kernel';
import { cutRange } from './report-range';

const London = 'Europe/London';
const at = (text: string) => instant(Date.parse(text));
const cut = (range: Parameters<typeof cutRange>[0], now: string, zone = London) => {
  const found = cutRange(range, at(now), zone);
  if (found === null) throw new Error('the range is in the future');
  return found;
};

describe('a range of days', () => {
  it('begins at midnight by the clock of the service, and ends now', () => {
    const today = cut({ days: '1' }, '2026-07-03T09:20:00Z');
    expect([today.from, today.to]).toEqual([at('2026-07-02T23:00:00Z'), at('2026-07-03T09:20:00Z') + 1]);
    expect([today.days, today.step, today.steps.length]).toEqual([
      { from: '2026-07-03', until: '2026-07-03' },
      'hour',
      11,
    ]);
  });

  it('has a step for each day, today with what has passed of it', () => {
    const week = cut({ days: '7' }, '2026-07-03T09:20:00Z');
    expect(week.days).toEqual({ from: '2026-06-27', until: '2026-07-03' });
    expect([week.step, week.steps.length, week.steps.at(-1)?.to]).toEqual(['day', 7, week.to]);
  });

  it('takes both days that are named, and has 23 or 25 hours where the clocks change', () => {
    const spring = cut({ from: '2026-03-29', until: '2026-03-29' }, '2026-07-03T09:20:00Z');
    expect([(spring.to - spring.from) / HOUR, spring.steps.length]).toEqual([23, 23]);
    const autumn = cut({ from: '2025-10-26', until: '2025-10-26' }, '2026-07-03T09:20:00Z');
    expect([(autumn.to - autumn.from) / HOUR, autumn.steps.length]).toEqual([25, 25]);
    const both = cut({ from: '2026-06-01', until: '2026-06-02' }, '2026-07-03T09:20:00Z');
    expect(both.parts.filter(({ isIn }) => isIn)).toHaveLength(2);
    // From the start of the block of 28 days; a single day is told on its own or not at all.
    expect([both.parts[0]?.day, spring.parts.length]).toEqual([20_580, 1]);
  });

  it('ends today where it would go on, and is nothing where it is in the future', () => {
    const until = cut({ from: '2026-07-01', until: '2026-07-30' }, '2026-07-03T09:20:00Z');
    expect(until.days).toEqual({ from: '2026-07-01', until: '2026-07-03' });
    expect(
      cutRange({ from: '2026-07-04', until: '2026-07-30' }, at('2026-07-03T09:20:00Z'), London),
    ).toBeNull();
  });
});
