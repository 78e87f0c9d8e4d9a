import fc from 'fast-check';
import { instant, MINUTE } from '@warmline/kernel';
import { concurrency, covered, occupancy, occupiedSpans, type StaffTime } from './staff-time';
import { at, T0 } from './testing';

const HOUR_FROM_T0 = { from: at(0), to: at(60) };

const sam = { responder: 'sam' };
const held = (from: number, to: number | null, load = 1) => ({
  ...sam,
  from: at(from),
  to: to === null ? null : at(to),
  load,
  isWrapUp: false,
});
const on = (from: number, to: number | null, capacity = 2) => ({
  ...sam,
  from: at(from),
  to: to === null ? null : at(to),
  capacity,
});
const inTheHour = ({ loads = [], capacities = [], breaks = [] }: Partial<StaffTime>) => {
  const { used, of } = occupancy(occupiedSpans({ loads, capacities, breaks }, HOUR_FROM_T0.to), HOUR_FROM_T0);
  return { used: used / MINUTE, of: of / MINUTE };
};

describe('occupancy', () => {
  it('is load · time of capacity · time within the interval', () => {
    const loads = [held(-30, 30), held(0, null, 0.5)];
    expect(inTheHour({ loads, capacities: [on(-60, null)] })).toEqual({ used: 60, of: 120 });
  });

  it('is of nothing when nobody was signed on', () => {
    expect(inTheHour({})).toEqual({ used: 0, of: 0 });
  });

  it('counts a person who still holds a conversation and is not available as full, and no longer than that', () => {
    const loads = [held(0, 40, 2)];
    expect(inTheHour({ loads, capacities: [on(0, 10)] })).toEqual({ used: 80, of: 80 });
  });

  it('counts what is held above the capacity as full, and not for the free capacity of another', () => {
    const loads = [held(0, 60, 2), held(0, 60)];
    const jo = { ...on(0, 60), responder: 'jo' };
    expect(inTheHour({ loads, capacities: [on(0, 60), jo] })).toEqual({ used: 120, of: 240 });
  });

  it('has no capacity on a break', () => {
    const breaks = [{ ...sam, from: at(20), to: at(30) }];
    expect(inTheHour({ capacities: [on(0, 60)], breaks })).toEqual({ used: 0, of: 100 });
  });

  it('counts an unfinished wrap-up while the person is available, and never after they have gone', () => {
    const loads = [{ ...held(0, null, 0.5), isWrapUp: true }];
    expect(inTheHour({ loads, capacities: [on(0, 20)] })).toEqual({ used: 10, of: 40 });
  });

  it('is never above one, whatever is held, and when', () => {
    const anySpan = fc
      .tuple(fc.constantFrom('sam', 'jo'), fc.integer({ min: -20, max: 80 }), fc.integer({ min: 1, max: 40 }))
      .map(([responder, from, length]) => ({ responder, from: at(from), to: at(from + length) }));
    const anyLoad = fc
      .tuple(anySpan, fc.constantFrom(0.5, 1, 2), fc.boolean())
      .map(([span, load, isWrapUp]) => ({ ...span, load, isWrapUp }));
    const anyCapacity = fc
      .tuple(anySpan, fc.integer({ min: 1, max: 3 }))
      .map(([span, capacity]) => ({ ...span, capacity }));
    const anyTime = fc.record({
      loads: fc.array(anyLoad, { maxLength: 10 }),
      capacities: fc.array(anyCapacity, { maxLength: 4 }),
      breaks: fc.array(anySpan, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyTime, (time) => {
        const { used, of } = inTheHour(time);
        expect(used).toBeLessThanOrEqual(of + 1e-9);
      }),
      { seed: 27_512 },
    );
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
