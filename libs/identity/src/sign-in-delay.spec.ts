import { DELAY_MAX, delayAfter, FREE_TRIES } from './sign-in-delay';

describe('the delay of a sign-in', () => {
  it('is nothing for the first wrong passwords, then doubles from a second to a quarter of a minute', () => {
    const delays = Array.from({ length: FREE_TRIES + 6 }, (_, failures) => delayAfter(failures));
    expect(delays).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    expect(delayAfter(1_000_000)).toBe(DELAY_MAX);
  });
});
