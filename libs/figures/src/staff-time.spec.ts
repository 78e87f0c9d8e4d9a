import fc from 'fast-check';
import { instant, MINUTE } from '@warmline/kernel';
import { concurrency, covered, occupancy } from './staff-time';
import { at, T0 } from './testing';

const HOUR_FROM_T0 = { from: at(0), to: at(60) };

describe('occupancy', () => {
  it('is load · time of capacity · time within the interval', () => {
    const loads = [
      { from: at(-30), to: at(30), load: 1 },
      { from: at(0), to: null, load: 0.5 },
    ];
    const capacities = [{ from: at(0), to: null, capacity: 2 }];
    expect(occupancy(loads, capacities, HOUR_FROM_T0)).toEqual({ used: 60 * MINUTE, of: 120 * MINUTE });
  });

  it('is of nothing when nobody was signed on', () => {
    expect(occupancy([], [], HOUR_FROM_T0)).toEqual({ used: 0, of: 0 });
  });
});

describe('concurrency', () => {
  it('is the number of conversations per responder who has any', () => {
    const conversations = [
      { responder: 'sam', from: at(0), to: at(30) },
      { responder: 'sam', from: at(15), to: at(30) },
      { responder: 'jo', from: at(0), to: at(15) },
    ];
    expect(concurrency(conversations, HOUR_FROM_T0)).toBeCloseTo(60 / 45);
    expect(concurrency([], HOUR_FROM_T0)).toBeNull();
  });

  it('is never below one', () => {
    const anySpan = fc
      .tuple(fc.constantFrom('sam', 'jo'), fc.nat(80), fc.integer({ min: 1, max: 40 }))
      .map(([responder, from, length]) => ({ responder, from: at(from), to: at(from + length) }));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), (conversations) => {
        expect(concurrency(conversations, HOUR_FROM_T0) ?? 1).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(covered(conversations, HOUR_FROM_T0)).toBeLessThanOrEqual(60 * MINUTE);
      }),
      { seed: 11_408 },
    );
  });
});

it('counts a minute that two spans share once', () => {
  const spans = [
    { from: at(0), to: at(10) },
    { from: at(5), to: at(20) },
    { from: instant(T0 - 5), to: at(1) },
  ];
  expect(covered(spans, HOUR_FROM_T0)).toBe(20 * MINUTE);
});
