import { localDay } from '@warmline/calendar';
import { exceptionChanges } from './exception-change';
import type { HoursException } from './opening-hours';
import type { Week } from './week-change';

const MORNING = { opens: 9 * 60, closes: 12 * 60 };
const EVENING = { opens: 18 * 60, closes: 22 * 60 };
/** Open in the evening of Fridays, and at no other time. */
const FRIDAYS: Week = new Map([[5, [EVENING]]]);
const christmas: HoursException = { day: localDay('2026-12-25'), spans: [], name: 'Christmas Day' };
const boxing: HoursException = { day: localDay('2026-12-26'), spans: [], name: 'Boxing Day' };

describe('what new holidays change', () => {
  it('a holiday closes a day that has hours, and changes nothing on a day without', () => {
    expect(exceptionChanges([], [boxing, christmas], FRIDAYS)).toEqual([
      { day: christmas.day, name: 'Christmas Day', spans: [], isUsual: false, closes: true },
    ]);
    expect(exceptionChanges([], [boxing], null)).toMatchObject([{ closes: true }]);
  });

  it('without its holiday a day has the hours of every week again', () => {
    expect(exceptionChanges([christmas], [], FRIDAYS)).toEqual([
      { day: christmas.day, name: 'Christmas Day', spans: [EVENING], isUsual: true, closes: false },
    ]);
  });

  it('other hours close the chat only where it was open', () => {
    const with2 = (...spans: HoursException['spans']): HoursException[] => [{ ...christmas, spans }];
    expect(exceptionChanges([], with2(MORNING, EVENING), FRIDAYS)).toMatchObject([{ closes: false }]);
    expect(exceptionChanges([], with2(MORNING), FRIDAYS)).toMatchObject([{ closes: true }]);
    const shorter = { opens: EVENING.opens, closes: EVENING.closes - 1 };
    expect(exceptionChanges([], with2(shorter), FRIDAYS)).toMatchObject([{ closes: true }]);
    expect(exceptionChanges([], with2(EVENING), FRIDAYS)).toEqual([]);
  });
});
