import { HOUR, instant, later, MINUTE } from '@warmline/kernel';
import { isLive, SESSION_ABSOLUTE, SESSION_IDLE, type SessionTimes } from './session';

const began = instant(1_000_000);
const aSession = (times: Partial<SessionTimes> = {}): SessionTimes => ({
  beganAt: began,
  usedAt: began,
  endedAt: null,
  ...times,
});

describe('a session', () => {
  it('is over after an hour unused, and after twelve hours however much it is used', () => {
    expect([SESSION_IDLE, SESSION_ABSOLUTE]).toEqual([60 * MINUTE, 12 * HOUR]);
  });

  it.each([
    ['just begun', 0, true],
    ['1 ms before the hour', SESSION_IDLE - 1, true],
    ['at the hour', SESSION_IDLE, false],
    ['long after', 3 * SESSION_IDLE, false],
  ])('unused, %s: live is %s', (_, unused, live) => {
    expect(isLive(aSession(), later(began, unused))).toBe(live);
  });

  it.each([
    ['1 ms before the end of a shift', SESSION_ABSOLUTE - 1, true],
    ['at the end of a shift', SESSION_ABSOLUTE, false],
  ])('used all the time, %s: live is %s', (_, age, live) => {
    const now = later(began, age);
    expect(isLive(aSession({ usedAt: now }), now)).toBe(live);
  });

  it('is over once it was ended, be it in this very millisecond', () => {
    expect(isLive(aSession({ endedAt: began }), began)).toBe(false);
    expect(isLive(aSession({ endedAt: later(began, HOUR) }), began)).toBe(false);
  });
});
