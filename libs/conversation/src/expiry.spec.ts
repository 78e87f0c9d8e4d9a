import { DAY, instant, later } from '@warmline/kernel';
import { expiryDayOf, hasBegun, isExpired } from './expiry';

const START = instant(Date.UTC(2026, 11, 1, 22, 15));
const MIDNIGHT = instant(Date.UTC(2027, 2, 1));
const ended = { state: 'ended', expiryDay: '2027-03-01', isOpen: false } as const;

describe('the expiry of a conversation', () => {
  it('[PRV4] an expiry day is fixed at the start, and begins no later than the time the service keeps words', () => {
    expect(expiryDayOf(START)).toBe('2027-03-01');
    expect(expiryDayOf(START, 30)).toBe('2026-12-31');
    for (let hour = 0; hour < 24; hour += 1) {
      const start = instant(Date.UTC(2026, 11, 1, hour));
      const begins = Date.parse(expiryDayOf(start, 30));
      expect(begins).toBeLessThanOrEqual(later(start, 30 * DAY));
      expect(begins).toBeGreaterThan(later(start, 29 * DAY));
    }
  });

  it('[PRV4] an ended conversation is kept to the last millisecond before its expiry day, and not a moment longer', () => {
    expect(isExpired(ended, later(MIDNIGHT, -1))).toBe(false);
    expect(isExpired(ended, MIDNIGHT)).toBe(true);
    expect(isExpired(ended, later(MIDNIGHT, 900 * DAY))).toBe(true);
  });

  it('[PRV4] a conversation that goes on is never cut off', () => {
    for (const state of ['waiting', 'talking'] as const)
      expect(isExpired({ ...ended, state }, later(MIDNIGHT, DAY))).toBe(false);
  });

  it('[PRV4] an open case is kept until it is closed, and for 180 days at most', () => {
    const open = { ...ended, isOpen: true };
    expect(isExpired(open, MIDNIGHT)).toBe(false);
    expect(isExpired(open, later(MIDNIGHT, 180 * DAY - 1))).toBe(false);
    expect(isExpired(open, later(MIDNIGHT, 180 * DAY))).toBe(true);
  });

  it('says of a day whether it has begun in UTC', () => {
    expect(hasBegun('2027-03-01', later(MIDNIGHT, -1))).toBe(false);
    expect(hasBegun('2027-03-01', MIDNIGHT)).toBe(true);
    expect(hasBegun('2027-02-28', MIDNIGHT)).toBe(true);
  });
});
