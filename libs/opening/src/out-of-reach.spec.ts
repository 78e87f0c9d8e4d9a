import { later, MINUTE, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { outOfReach, type AwaitedEntry } from './out-of-reach';
import { at } from './testing/an-opening';

const closesAt = at('2026-11-18T22:00:00Z');
const before = (minutes: number): Instant => later(closesAt, -minutes * MINUTE);
const entry = (band: Band, bound: number | null): AwaitedEntry => ({
  band,
  bound: bound === null ? null : bound * MINUTE,
});
const told = (one: AwaitedEntry, minutes: number, closes: Instant | null = closesAt): boolean =>
  outOfReach([one], closes, before(minutes)).length === 1;

describe('who is told that they will not be reached', () => {
  it.each([
    ['would be reached just in time', 60, 60, false],
    ['would be reached after closing', 60, 61, true],
    ['would not be reached, a quarter of an hour before', 15, 16, true],
    ['was not told in time, and is answered however late', 14, 45, false],
    ['is still there when it is closed, and is answered', -5, 45, false],
  ])('a standard visitor who %s', (_, minutes, bound, expected) => {
    expect(told(entry(3, bound), minutes)).toBe(expected);
  });

  it('[RTE7] is never band 1 or 2', () => {
    for (const band of [1, 2] as const) expect(told(entry(band, 240), 20)).toBe(false);
  });

  it('is nobody while no wait is known or no closing is known', () => {
    expect(told(entry(3, null), 20)).toBe(false);
    expect(told(entry(3, 240), 20, null)).toBe(false);
  });
});
