import { later, MINUTE, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { isNobodyOn, NOBODY_ON_HOLD, waitedForNothing, WAITED_FOR } from './nobody-on';
import { aMoment, at, EIGHT, set } from './testing/an-opening';

const alone = (given: Parameters<typeof aMoment>[0]) =>
  ([1, 2, 3] as const).filter((band) => isNobodyOn(aMoment(given), band));

describe('nobody on', () => {
  it('[RTE7] is so for everyone once nobody is left who could be asked, though a shift may still run', () => {
    expect(alone({})).toEqual([]);
    expect(alone({ answering: 0 })).toEqual([1, 2, 3]);
    expect(alone({ onShift: 0, answering: 0 })).toEqual([1, 2, 3]);
  });

  it('[RTE7] leaves band 1 and 2 a supervisor who is at their console', () => {
    expect(alone({ answering: 0, supervisorsOn: 1 })).toEqual([3]);
  });

  it('[RTE7] is so for band 1 within seconds, and for the others once who stepped away has left', () => {
    const gone = { answering: 0, supervisorsOn: 0 };
    expect(alone({ atOnce: gone })).toEqual([1]);
    expect(alone({ supervisorsOn: 1, atOnce: gone })).toEqual([1]);
    expect(alone({ supervisorsOn: 1, atOnce: { ...gone, supervisorsOn: 1 } })).toEqual([]);
    expect(alone({ atOnce: gone, rules: { isOnCall: true } })).toEqual([]);
  });

  it('is never so where responders are on call, while it is open by the hours or by hand', () => {
    const onCall = { answering: 0, onShift: 0, rules: { isOnCall: true } };
    const night = at('2026-11-18T23:00:00Z');
    expect(alone(onCall)).toEqual([]);
    expect(alone({ ...onCall, now: night })).toEqual([1, 2, 3]);
    expect(alone({ ...onCall, now: later(night, MINUTE), override: set('open', { at: night }) })).toEqual([]);
  });
});

describe('a wait with nobody on', () => {
  const told = (band: Band, minutesAgo: number | null) => ({
    band,
    since: minutesAgo === null ? null : later(EIGHT, -minutesAgo * MINUTE),
  });
  const over = (waiting: readonly ReturnType<typeof told>[], nextPlanned: Instant | null = null) =>
    waitedForNothing(waiting, aMoment({ answering: 0, nextPlanned }));

  it('[RTE7] ends kindly after half an hour for standard visitors, and never for band 1 and 2', () => {
    const hold = NOBODY_ON_HOLD / MINUTE;
    const [long, short, unsure, danger, answered] = [
      told(3, hold),
      told(3, hold - 1),
      told(2, 10 * hold),
      told(1, 10 * hold),
      told(3, null),
    ];
    expect(over([long, short, unsure, danger, answered])).toEqual([long]);
  });

  it('continues where a person is planned soon', () => {
    const long = told(3, 300);
    expect(over([long], later(EIGHT, WAITED_FOR))).toEqual([]);
    expect(over([long], later(EIGHT, WAITED_FOR + 1))).toEqual([long]);
  });
});
