import { timeLeft } from './time-left';

describe('time left on an offer', () => {
  it('is told in steps, not seconds', () => {
    expect(timeLeft(45_000, 0)).toBe('plenty');
    expect(timeLeft(45_000, 13_000)).toBe('half');
    expect(timeLeft(45_000, 33_000)).toBe('soon');
    expect(timeLeft(45_000, 45_000)).toBe('over');
  });
});
