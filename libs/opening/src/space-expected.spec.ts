import { later, MINUTE } from '@warmline/kernel';
import { openingAt, type OpeningSituation } from './opening';
import { ACT_WITHIN, CALM_FOR, NO_PRESSURE } from './pressure';
import { spaceExpected } from './space-expected';
import { aMoment, at, EIGHT, set } from './testing/an-opening';

const expected = (bound: number | null, given: Partial<OpeningSituation> = {}) =>
  spaceExpected(EIGHT, { standardBound: bound, pressure: NO_PRESSURE, ...given });

describe('when there may be space again', () => {
  it.each([
    // The wait has to come down to 30 minutes, stay there for 10, and nobody may act for 5.
    [46, '2026-11-18T21:00:00Z'],
    [45, '2026-11-18T20:30:00Z'],
    [75, '2026-11-18T21:00:00Z'],
    [90, '2026-11-18T21:30:00Z'],
    [10, '2026-11-18T20:30:00Z'],
  ])('[RTE7] with a wait of %d minutes is said as a full or half hour, and none too soon', (bound, about) => {
    expect(expected(bound * MINUTE)).toBe(at(about));
  });

  it('is sooner once the wait has been short for a while', () => {
    const pressure = { ...NO_PRESSURE, calmSince: later(EIGHT, -CALM_FOR) };
    const now = later(EIGHT, 24 * MINUTE);
    const given = { standardBound: 10 * MINUTE, pressure };
    expect(spaceExpected(now, given)).toBe(at('2026-11-18T20:30:00Z'));
    expect(spaceExpected(now, { ...given, pressure: NO_PRESSURE })).toBe(at('2026-11-18T21:00:00Z'));
  });

  it('[RTE7] is not said where nobody can say', () => {
    expect(expected(null)).toBeNull();
    expect(expected(240 * MINUTE)).toBeNull();
  });
});

describe('an opening at capacity', () => {
  const over = { ...NO_PRESSURE, overSince: later(EIGHT, -ACT_WITHIN) };
  const opening = (given: Parameters<typeof aMoment>[0]) => {
    const { now, rules, situation } = aMoment({ pressure: over, ...given });
    const { state, why, spaceAt, opensAt } = openingAt(now, rules, situation);
    return { state, why, spaceAt, opensAt };
  };

  it('[RTE7] says about when it is worth coming back', () => {
    expect(opening({ standardBound: 46 * MINUTE })).toEqual({
      state: 'at_capacity',
      why: 'long_wait',
      spaceAt: at('2026-11-18T21:00:00Z'),
      opensAt: null,
    });
  });

  it('says the next opening where space would come too late today', () => {
    expect(opening({ standardBound: 100 * MINUTE })).toMatchObject({
      why: 'long_wait',
      spaceAt: null,
      opensAt: at('2026-11-19T18:00:00Z'),
    });
  });

  it('says no time where a person closed it for another reason than the wait', () => {
    const given = { pressure: NO_PRESSURE, override: set('at_capacity') };
    expect(opening({ ...given, standardBound: 50 * MINUTE })).toMatchObject({
      why: 'person',
      spaceAt: null,
      opensAt: null,
    });
  });
});
