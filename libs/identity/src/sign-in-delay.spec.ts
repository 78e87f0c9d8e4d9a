import { instant, later } from '@warmline/kernel';
import { DELAY_MAX, delayAfter, delayLeft, FAILURES_KEPT, FREE_TRIES, wrongTriesAt } from './sign-in-delay';

describe('the delay of a sign-in', () => {
  it('is nothing for the first wrong passwords, then doubles from a second to a quarter of a minute', () => {
    const delays = Array.from({ length: FREE_TRIES + 6 }, (_, failures) => delayAfter(failures));
    expect(delays).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    expect(delayAfter(1_000_000)).toBe(DELAY_MAX);
  });

  it('[ACC2] runs from the newest wrong try, and never longer than a quarter of a minute', () => {
    const at = instant(1_000_000);
    expect(delayLeft({ count: 6, at }, at)).toBe(2_000);
    expect(delayLeft({ count: 6, at }, later(at, 1_500))).toBe(500);
    expect(delayLeft({ count: 6, at }, later(at, 2_000))).toBe(0);
    expect(delayLeft({ count: 30_000, at }, at)).toBe(DELAY_MAX);
    expect(delayLeft({ count: 0, at: null }, at)).toBe(0);
  });

  it('forgets wrong tries after a quarter of an hour without another', () => {
    const at = instant(1_000_000);
    expect(wrongTriesAt({ count: 9, at }, later(at, FAILURES_KEPT))).toBe(9);
    expect(wrongTriesAt({ count: 9, at }, later(at, FAILURES_KEPT + 1))).toBe(0);
  });
});
