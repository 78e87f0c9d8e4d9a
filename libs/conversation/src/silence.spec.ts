import { instant } from '@warmline/kernel';
import { silenceOf } from './silence';

describe('the silence of a visitor', () => {
  it.each([
    [null, 900_000, 0],
    [100_000, 1_000_000, 900_000],
    [1_000_000, 999_000, 0],
  ] as const)('[SAF4] with our first reply at %s is at %d: %d ms', (firstReplyAt, now, silence) => {
    expect(silenceOf(firstReplyAt === null ? null : instant(firstReplyAt), instant(now))).toBe(silence);
  });
});
