import { HOUR, instant, later, MINUTE, SECOND } from '@warmline/kernel';
import { LIMITS, limitsOf, UNIT_SIZE, WELLBEING } from './wellbeing-limits';
import {
  beginsBreak,
  breakDueAt,
  hoursLeft,
  hoursOver,
  offersStopAt,
  RESTED,
  coolDownOf,
  shiftEndWithin,
  type WorkingDay,
} from './working-day';

const now = instant(1_800_000_000_000);
const ago = (minutes: number) => later(now, -minutes * MINUTE);
const day = (over: Partial<WorkingDay>): WorkingDay => ({ ...RESTED, ...over });

/** Those that bind: of a limit with choices no value is looser. */
const BOUND = Object.entries(WELLBEING).filter(([name]) => name !== 'hideAfter');

describe('the limits', () => {
  it('are those of docs/spec/wellbeing.md', () => {
    expect(WELLBEING).toEqual({
      shift: 2 * HOUR,
      hoursInDay: 4 * HOUR,
      hoursInWeek: 12 * HOUR,
      hoursInWeekAtMost: 16 * HOUR,
      gapInDay: 30 * MINUTE,
      gapOvernight: 11 * HOUR,
      workBeforeBreak: 60 * MINUTE,
      breakFor: 10 * MINUTE,
      breakDelay: 15 * MINUTE,
      quietAfter: 3 * MINUTE,
      quietExtended: 10 * MINUTE,
      restAfterHeavy: 15 * MINUTE,
      heavyInARow: 2,
      heavySinceCheckIn: 3,
      firstConversations: 10,
      hideAfter: 2 * MINUTE,
    });
  });

  it('let a service choose when messages are hidden: 1, 2 or 5 min without activity, or never', () => {
    const taken = [0, 1, 2, 3, 5, 10].filter(
      (minutes) => limitsOf({ hideAfter: minutes * MINUTE }).refused.length === 0,
    );
    expect(taken).toEqual([0, 1, 2, 5]);
  });

  it.each(BOUND)('[RTE5] a service may make %s stricter, never looser', (name, usual) => {
    const wishes = [usual - 1, usual + 1];
    const taken = wishes.filter((wished) => limitsOf({ [name]: wished }).refused.length === 0);
    expect(taken).toHaveLength(1);
    for (const wished of wishes) {
      const { limits, refused } = limitsOf({ [name]: wished });
      expect(limits).toEqual(taken.includes(wished) ? { ...WELLBEING, [name]: wished } : WELLBEING);
      expect(refused).toEqual(taken.includes(wished) ? [] : [name]);
    }
    const isMore = limitsOf({ [name]: usual + 1 }).refused.length === 0;
    expect(isMore).toBe(
      [
        'gapInDay',
        'gapOvernight',
        'breakFor',
        'quietAfter',
        'quietExtended',
        'restAfterHeavy',
        'firstConversations',
      ].includes(name),
    );
  });

  it.each(Object.entries(LIMITS))(
    '[RTE5] offer nothing looser for %s, in whole units that say the default exactly',
    (name, { unit, strictest }) => {
      const [, usual = Number.NaN] = Object.entries(WELLBEING).find(([other]) => other === name) ?? [];
      expect(Number.isInteger(usual / UNIT_SIZE[unit])).toBe(true);
      expect(limitsOf({ [name]: strictest * UNIT_SIZE[unit] }).refused).toEqual([]);
    },
  );

  it('[RTE5] refuse what is no limit and no number', () => {
    const wished = { shifts: 1, quietAfter: Number.NaN, heavyInARow: -1, constructor: 1 };
    expect(limitsOf(wished)).toEqual({ limits: WELLBEING, refused: Object.keys(wished) });
  });
});

describe('quiet time', () => {
  it.each([
    ['three minutes after a conversation', { quietSince: ago(2) }, 1, 'after_conversation'],
    ['ten where it was extended', { quietSince: ago(2), quietExtended: true }, 8, 'after_conversation'],
    ['fifteen after a heavy one', { heavySince: ago(2), quietSince: ago(2) }, 13, 'after_heavy'],
    ['whichever ends later', { heavySince: ago(14), quietSince: ago(1) }, 2, 'after_conversation'],
  ] as const)('[RTE5] lasts %s', (_, over, minutes, reason) => {
    expect(coolDownOf(day(over), now, WELLBEING)).toEqual({ until: later(now, minutes * MINUTE), reason });
  });

  it('ends at its end, and is none before the first conversation', () => {
    for (const over of [{ quietSince: ago(3) }, { heavySince: ago(15) }, {}])
      expect(coolDownOf(day(over), now, WELLBEING)).toBeNull();
  });
});

describe('a break', () => {
  const worked = 60 * MINUTE;
  it.each([
    ['after 60 minutes of open conversation', { openFor: worked }, 0],
    ['sooner, the longer one is in a talk', { openFor: worked - SECOND, isTalking: true }, SECOND],
    ['now when it was asked for', { breakWanted: true }, 0],
    ['later when it was put off', { openFor: worked, breakDelayedUntil: later(now, MINUTE) }, MINUTE],
    ['now when the delay is over', { openFor: worked, breakDelayedUntil: ago(1) }, 0],
  ])('[RTE5] is due %s', (_, over, from) => {
    expect(breakDueAt(day(over), now, WELLBEING)).toBe(later(now, from));
  });

  it('is in nobody’s sight who talks with no one', () => {
    expect(breakDueAt(day({ openFor: 59 * MINUTE }), now, WELLBEING)).toBeNull();
  });

  it('[RTE5] begins by itself once nobody is talked with', () => {
    const due = { openFor: worked };
    expect(beginsBreak(day(due), now, WELLBEING)).toBe(true);
    expect(beginsBreak(day({ ...due, isTalking: true }), now, WELLBEING)).toBe(false);
    expect(beginsBreak(day({ ...due, onBreakUntil: later(now, 1) }), now, WELLBEING)).toBe(false);
    expect(beginsBreak(day({ ...due, breakDelayedUntil: later(now, 1) }), now, WELLBEING)).toBe(false);
  });
});

describe('hours', () => {
  it.each([
    [{}, 4 * HOUR, 2 * HOUR],
    [{ workedInDay: 3 * HOUR }, HOUR, HOUR],
    [{ workedInWeek: 11.5 * HOUR }, HOUR / 2, HOUR / 2],
    [{ workedInDay: 4 * HOUR }, 0, null],
    [{ workedInDay: 9 * HOUR, workedInWeek: 20 * HOUR }, 0, null],
  ])('[RTE5] of %j leave %d ms, and a shift of %d', (over, left, shift) => {
    expect(hoursLeft(day(over), now, WELLBEING)).toBe(left);
    expect(shiftEndWithin(day(over), now, WELLBEING)).toBe(shift === null ? null : later(now, shift));
  });

  const allowed = { moreHoursUntil: later(now, 1) };
  it.each([
    ['within both', {}, null],
    ['the day', { workedInDay: 4 * HOUR }, 'day'],
    ['the week', { workedInWeek: 12 * HOUR }, 'week'],
    ['the week, with a supervisor’s word', { workedInWeek: 12 * HOUR, ...allowed }, null],
    ['a word that is over', { workedInWeek: 12 * HOUR, moreHoursUntil: now }, 'week'],
    ['just before what nobody can lengthen', { workedInWeek: 16 * HOUR - 1, ...allowed }, null],
    ['what nobody can lengthen, whoever says so', { workedInWeek: 16 * HOUR, ...allowed }, 'week_at_most'],
    ['the day, whoever says so', { workedInDay: 4 * HOUR, workedInWeek: 13 * HOUR, ...allowed }, 'day'],
  ] as const)('[RTE5] are over: %s', (_, over, expected) => {
    expect(hoursOver(day(over), now, WELLBEING)).toBe(expected);
    expect(hoursLeft(day(over), now, WELLBEING) === 0).toBe(expected !== null);
  });

  it('[RTE5] with a supervisor’s word a shift still ends where nobody can lengthen it', () => {
    const worked = { workedInWeek: 15 * HOUR, ...allowed };
    expect(shiftEndWithin(day(worked), now, WELLBEING)).toBe(later(now, HOUR));
    const { limits } = limitsOf({ hoursInWeekAtMost: 10 * HOUR });
    expect(hoursOver(day({ workedInWeek: 10 * HOUR }), now, limits)).toBe('week_at_most');
  });

  it('stop offers half an hour before the end of the shift', () => {
    expect(offersStopAt(day({ shiftEndsAt: later(now, HOUR) }))).toBe(later(now, HOUR / 2));
    expect(offersStopAt(RESTED)).toBeNull();
  });
});
