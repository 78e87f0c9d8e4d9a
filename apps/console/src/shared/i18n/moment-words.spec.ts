import { atMoment } from './moment-words';

const now = new Date(2026, 10, 30, 21, 0).getTime();

describe('a moment inside a sentence', () => {
  it('is at a time today, and on a day at a time later', () => {
    expect(atMoment(new Date(2026, 10, 30, 22, 6).getTime(), now)).toBe('at 22:06');
    expect(atMoment(new Date(2026, 11, 1, 0, 6).getTime(), now)).toBe('on Tuesday at 00:06');
  });
});
