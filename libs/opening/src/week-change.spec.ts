import type { Weekday } from '@warmline/calendar';
import type { Span } from './opening-hours';
import { weekChange } from './week-change';

const span = (text: string): Span => {
  const [opens = 0, closes = 0] = text.split('-').map((hours) => Number(hours) * 60);
  return { opens, closes };
};
const week = (days: Partial<Record<Weekday, readonly string[]>>): ReadonlyMap<Weekday, readonly Span[]> =>
  new Map(
    ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((day) => {
      const spans = days[day];
      return spans === undefined ? [] : [[day, spans.map(span)] as const];
    }),
  );

describe('what a new week changes', () => {
  it('the first hours of a chat that was always open close the six other days', () => {
    expect(weekChange(null, week({ 1: ['9-17'] }))).toEqual({
      closed: [2, 3, 4, 5, 6, 7],
      changed: [{ weekdays: [1], spans: [span('9-17')] }],
      minutesLost: 7 * 1440 - 8 * 60,
      minutesGained: 0,
      isAlwaysOpen: false,
    });
  });

  it('days that get the same hours are told together', () => {
    const before = week({ 1: ['9-17'], 2: ['9-17'] });
    const after = week({ 1: ['9-18'], 2: ['9-17', '19-21'], 3: ['9-18'] });
    expect(weekChange(before, after)).toMatchObject({
      closed: [],
      changed: [
        { weekdays: [1, 3], spans: [span('9-18')] },
        { weekdays: [2], spans: [span('9-17'), span('19-21')] },
      ],
      minutesLost: 0,
      minutesGained: (1 + 2 + 9) * 60,
    });
  });

  it('taking the last hours away opens the chat at all times', () => {
    expect(weekChange(week({ 1: ['9-17'] }), null)).toMatchObject({
      closed: [],
      changed: [{ weekdays: [1, 2, 3, 4, 5, 6, 7] }],
      minutesLost: 0,
      isAlwaysOpen: true,
    });
  });

  it('hours past midnight belong to the day they begin on, and Sunday night goes on into Monday', () => {
    const before = week({ 7: ['22-26'] });
    expect(weekChange(before, week({ 7: ['22-24'], 1: ['0-2'] }))).toMatchObject({
      changed: [],
      minutesLost: 0,
      minutesGained: 0,
    });
    expect(weekChange(before, week({ 7: ['22-25'] }))).toMatchObject({ minutesLost: 60, closed: [] });
  });

  it('the same times written in another way change nothing', () => {
    const joined = week({ 1: ['9-17'] });
    expect(weekChange(joined, week({ 1: ['12-17', '9-12'] }))).toMatchObject({ closed: [], changed: [] });
    const daily = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, ['0-24']]));
    expect(weekChange(null, week(daily))).toMatchObject({ changed: [], isAlwaysOpen: true });
  });
});
