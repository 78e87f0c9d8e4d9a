import { HOUR, instant, later, MINUTE } from '@warmline/kernel';
import {
  expiresAt,
  isLive,
  SESSION_ABSOLUTE,
  SESSION_IDLE,
  SESSIONS_MAX,
  sessionsToEnd,
  whyOver,
  type SessionOfPerson,
  type SessionTimes,
} from './session';

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

describe('a session of a connected console', () => {
  const now = later(began, HOUR / 2);
  const ofPerson = (change: Partial<SessionOfPerson> = {}): SessionOfPerson => ({
    ...aSession(),
    active: true,
    replaced: false,
    role: 'responder',
    furtherRoles: [],
    ...change,
  });

  it.each([
    ['valid', {}, null],
    ['ended elsewhere', { endedAt: now }, 'ended'],
    ['replaced by another of the same browser', { endedAt: now, replaced: true }, 'replaced'],
    ['of someone deactivated', { active: false }, 'revoked'],
    ['of someone with another role', { role: 'supervisor' }, 'revoked'],
    ['of someone with a further role', { furtherRoles: ['auditor'] }, 'revoked'],
    ['unused for an hour', { beganAt: later(now, -2 * HOUR), usedAt: later(now, -HOUR) }, 'idle'],
    ['twelve hours old, and used', { beganAt: later(now, -SESSION_ABSOLUTE), usedAt: now }, 'expired'],
  ] as const)('[SEC2] that is %s is judged so', (_, change, why) => {
    expect(whyOver(ofPerson(change), { role: 'responder', furtherRoles: [] }, now)).toBe(why);
  });

  it('expires an hour after its last use, and never later than twelve hours after it began', () => {
    expect(expiresAt(aSession())).toBe(later(began, SESSION_IDLE));
    const used = later(began, SESSION_ABSOLUTE - MINUTE);
    expect(expiresAt(aSession({ usedAt: used }))).toBe(later(began, SESSION_ABSOLUTE));
  });

  it('[SEC2] gives way when one more than five would be open: the one that was unused for longest ends', () => {
    const open = [3, 1, 5, 2, 4].map((minute) => aSession({ usedAt: later(began, minute * MINUTE) }));
    const ended = aSession({ endedAt: began });
    const expired = aSession({ usedAt: later(now, -SESSION_IDLE) });
    expect(SESSIONS_MAX).toBe(5);
    expect(sessionsToEnd([...open, ended, expired], now)).toEqual([open[1]]);
    expect(sessionsToEnd(open.slice(0, 4), now)).toEqual([]);
  });
});
