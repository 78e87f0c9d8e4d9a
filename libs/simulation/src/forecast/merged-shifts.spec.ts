import { HOUR, later } from '@warmline/kernel';
import { START } from '../cell';
import { mergedShifts } from './merged-shifts';

const shift = (from: number, until: number) => ({
  from: later(START, from * HOUR),
  until: later(START, until * HOUR),
});
const told = (...shifts: readonly ReturnType<typeof shift>[]): string[] =>
  mergedShifts(shifts).map(
    ({ responders, from, until }) => `+${responders} ${(from - START) / HOUR}-${(until - START) / HOUR}`,
  );

describe('more responders, as one sentence', () => {
  it.each([
    ['nobody', [], []],
    ['one', [shift(1, 3)], ['+1 1-3']],
    ['two at once', [shift(1, 3), shift(1, 3)], ['+2 1-3']],
    ['one after the other', [shift(3, 5), shift(1, 3)], ['+1 1-5']],
    ['overlapping', [shift(1, 3), shift(2, 4)], ['+1 1-2', '+2 2-3', '+1 3-4']],
    ['apart', [shift(0, 2), shift(4, 6)], ['+1 0-2', '+1 4-6']],
  ])('says %s without a time twice', (_, shifts, expected) => {
    expect(told(...shifts)).toEqual(expected);
  });
});
