import { HOUR, later, MINUTE } from '@warmline/kernel';
import { OPENING_SETTINGS } from '@warmline/vocabulary';
import { openingAt, isTaken, type Opening } from './opening';
import { ACT_WITHIN, NO_PRESSURE, OVER } from './pressure';
import { aMoment, AROUND_THE_CLOCK, at, daily, EIGHT, set, withException } from './testing/an-opening';

type Given = Parameters<typeof aMoment>[0];

const opening = (given: Given = {}): Opening => {
  const { now, rules, situation } = aMoment(given);
  return openingAt(now, rules, situation);
};
const brief = (given: Given = {}): string => {
  const { state, why, takes } = opening(given);
  return `${state}, ${why ?? '-'}: ${takes}`;
};
const taken = (given: Given = {}) => ([1, 2, 3] as const).filter((band) => isTaken(opening(given), band));

const night = at('2026-11-18T23:00:00Z');
const tomorrow = at('2026-11-19T18:00:00Z');
const over = { ...NO_PRESSURE, overSince: later(EIGHT, -ACT_WITHIN) };

describe('the opening by the hours', () => {
  it('is open within them, and closes with them', () => {
    expect(opening()).toEqual({
      state: 'open',
      why: null,
      takes: 'everyone',
      closesAt: at('2026-11-18T22:00:00Z'),
      opensAt: null,
      spaceAt: null,
    });
    expect(opening({ now: night })).toEqual({
      state: 'closed',
      why: 'hours',
      takes: 'urgent',
      closesAt: null,
      opensAt: tomorrow,
      spaceAt: null,
    });
  });

  it('around the clock is open, with nothing to say about closing', () => {
    expect(opening({ now: night, rules: { hours: AROUND_THE_CLOCK } })).toMatchObject({
      state: 'open',
      closesAt: null,
    });
  });

  it.each([
    ['46 minutes before closing', 46, 0, 'open, -: everyone'],
    ['one session before closing', 45, 0, 'closing_soon, hours: urgent'],
    ['just before closing', 1, 0, 'closing_soon, hours: urgent'],
    ['when the wait and a session end with the hours', 65, 20, 'open, -: everyone'],
    ['when they pass closing', 64, 20, 'at_capacity, past_closing: urgent'],
  ])('%s', (_, before, bound, expected) => {
    const now = later(at('2026-11-18T22:00:00Z'), -before * MINUTE);
    expect(brief({ now, standardBound: bound * MINUTE })).toBe(expected);
  });

  it('counts a wait nobody can name as none', () => {
    const now = at('2026-11-18T21:10:00Z');
    expect(brief({ now, standardBound: null })).toBe('open, -: everyone');
  });

  it('on a holiday is closed, and says when it opens', () => {
    const hours = withException(daily('18:00-22:00'), '2026-11-18', '-');
    expect(opening({ rules: { hours } })).toMatchObject({ state: 'closed', opensAt: tomorrow });
  });
});

describe('who is taken', () => {
  it('[RTE7] is band 1 and 2 whenever anyone is on shift, also when it is closed to others', () => {
    expect(taken()).toEqual([1, 2, 3]);
    expect(taken({ now: night })).toEqual([1, 2]);
    expect(taken({ override: set('at_capacity') })).toEqual([1, 2]);
    expect(taken({ override: set('closed') })).toEqual([1, 2]);
    expect(taken({ now: at('2026-11-18T21:30:00Z') })).toEqual([1, 2]);
  });

  it('[RTE7] is nobody when nobody is on shift, whatever else is so', () => {
    for (const setting of OPENING_SETTINGS)
      for (const now of [EIGHT, night, at('2026-11-18T21:30:00Z')])
        for (const pressure of [NO_PRESSURE, over])
          expect(
            taken({ now, pressure, onShift: 0, override: set(setting, { at: later(now, -1) }) }),
          ).toEqual([]);
  });

  it('[RTE7] is band 1 and 2 where only a supervisor is on, who has begun no shift', () => {
    const alone = { onShift: 0, answering: 0, supervisorsOn: 1 };
    expect(taken(alone)).toEqual([1, 2]);
    expect(brief(alone)).toBe('closed, nobody_on: urgent');
    expect(taken({ ...alone, now: night })).toEqual([1, 2]);
    expect(taken({ ...alone, override: set('paused') })).toEqual([]);
  });

  it('is nobody while it is paused: what is broken holds nobody', () => {
    expect(taken({ override: set('paused') })).toEqual([]);
    expect(brief({ override: set('paused'), now: night })).toBe('paused, person: nobody');
  });

  it('says when the next person is planned while nobody is on', () => {
    const nextPlanned = later(EIGHT, HOUR);
    expect(opening({ onShift: 0, nextPlanned })).toMatchObject({ why: 'nobody_on', opensAt: nextPlanned });
    expect(opening({ onShift: 0, nextPlanned: EIGHT })).toMatchObject({ opensAt: null });
  });

  it('where responders are on call, is everyone while the hours say open, and nobody after', () => {
    expect(taken({ onShift: 0, rules: { isOnCall: true } })).toEqual([1, 2, 3]);
    expect(taken({ onShift: 0, rules: { isOnCall: true }, now: night })).toEqual([]);
  });
});

describe('the opening as a person set it', () => {
  it.each([
    ['open', 'open, -: everyone', 'closed, hours: urgent'],
    ['at_capacity', 'at_capacity, person: urgent', 'closed, hours: urgent'],
    ['closed', 'closed, person: urgent', 'closed, person: urgent'],
    ['paused', 'paused, person: nobody', 'paused, person: nobody'],
  ] as const)('%s within the hours: %s; that night: %s', (setting, evening, later_) => {
    expect(brief({ override: set(setting) })).toBe(evening);
    expect(brief({ override: set(setting), now: night })).toBe(later_);
  });

  it('is as the hours say again when they open the next time, but for a pause', () => {
    const now = later(tomorrow, 5 * MINUTE);
    for (const setting of ['open', 'at_capacity', 'closed'] as const)
      expect(brief({ override: set(setting), now })).toBe('open, -: everyone');
    expect(brief({ override: set('paused'), now })).toBe('paused, person: nobody');
  });

  it('opens outside the hours, until they open and close again', () => {
    const override = set('open', { at: night });
    expect(brief({ override, now: later(night, HOUR) })).toBe('open, -: everyone');
    expect(brief({ override, now: at('2026-11-19T23:00:00Z') })).toBe('closed, hours: urgent');
  });

  it('around the clock, lasts until a person sets it again', () => {
    const given = { rules: { hours: AROUND_THE_CLOCK }, now: later(EIGHT, 100 * HOUR) };
    expect(brief({ ...given, override: set('closed') })).toBe('closed, person: urgent');
    expect(brief({ ...given, override: set('at_capacity') })).toBe('at_capacity, person: urgent');
  });
});

describe('the opening under pressure', () => {
  it('[RTE7] takes no more standard visitors by itself only when nobody acted for five minutes', () => {
    const pressure = { ...NO_PRESSURE, overSince: EIGHT };
    const standardBound = OVER + MINUTE;
    const after = (ms: number) => brief({ pressure, standardBound, now: later(EIGHT, ms) });
    expect(after(ACT_WITHIN - 1)).toBe('open, -: everyone');
    expect(after(ACT_WITHIN)).toBe('at_capacity, long_wait: urgent');
  });

  it('stays open for half an hour when a supervisor keeps it open, or opens it', () => {
    const kept = { ...over, keptOpenAt: EIGHT };
    expect(brief({ pressure: kept, now: later(EIGHT, 30 * MINUTE - 1) })).toBe('open, -: everyone');
    expect(brief({ pressure: kept, now: later(EIGHT, 35 * MINUTE) })).toBe('at_capacity, long_wait: urgent');
    const opened = set('open', { at: EIGHT, reason: 'back_to_normal' });
    expect(brief({ pressure: over, override: opened })).toBe('open, -: everyone');
    // Opened by itself is no answer of a supervisor.
    expect(brief({ pressure: over, override: { ...opened, by: null } })).toBe(
      'at_capacity, long_wait: urgent',
    );
  });
});
