import { later, MINUTE, SECOND } from '@warmline/kernel';
import { NOW } from '@warmline/routing/testing';
import type { CalibratedWait } from './calibration';
import { shownWait } from './shown-wait';
import { bucketFor, firstEstimate, renewEstimate, type Awaited, type WaitEstimate } from './wait-estimate';

const found = (bound: number, likely = bound / 2): CalibratedWait => ({ raw: likely, bound, likely });
const after = (minutes: number) => later(NOW, minutes * MINUTE);
const awaited = (estimate: CalibratedWait | null, given: Partial<Awaited> = {}): Awaited => ({
  band: 3,
  found: estimate,
  isNobodyOn: false,
  ...given,
});
const said = (bound: number): WaitEstimate => firstEstimate(awaited(found(bound)), NOW);
const renewed = (promise: WaitEstimate, estimate: CalibratedWait | null, minutes: number) =>
  renewEstimate(promise, awaited(estimate), after(minutes));

describe('buckets', () => {
  it.each([
    [0, 1],
    [0.99, 1],
    [1, 2],
    [2, 2],
    [2.01, 5],
    [9.7, 10],
    [10.1, 15],
    [31, 45],
    [60, 60],
    [60.1, 'more'],
    [Infinity, 'more'],
  ])('hold %d minutes in %s', (bound, bucket) => {
    expect(bucketFor(bound)).toBe(bucket);
  });

  it('[RTE4] never promise less than the bound', () => {
    for (let bound = 0; bound <= 60; bound += 0.1) expect(bucketFor(bound)).toBeGreaterThanOrEqual(bound);
  });
});

describe('what is said at first', () => {
  it('is the bucket, and when it is over', () => {
    expect(said(7)).toEqual({ kind: 'within', bucket: 10, until: after(10), apologisedAt: null });
  });

  it('is no number for band 1, and none while too little is known', () => {
    expect(firstEstimate(awaited(found(3), { band: 1 }), NOW)).toEqual({ kind: 'next' });
    expect(firstEstimate(awaited(null), NOW)).toEqual({ kind: 'unknown' });
  });

  it('is no bound beyond an hour', () => {
    expect(said(80)).toMatchObject({ bucket: 'more', until: null });
  });
});

describe('what is said from then on', () => {
  it('stays while nothing better holds', () => {
    expect(renewed(said(10), found(6), 2)).toEqual({ estimate: said(10), apologise: false });
  });

  it('goes down as soon as less holds', () => {
    const { estimate: promise, apologise } = renewed(said(10), found(1.5), 3);
    expect(promise).toMatchObject({ bucket: 2, until: after(5) });
    expect(apologise).toBe(false);
  });

  it('never goes up silently, be the new bound ever so long', () => {
    expect(renewed(said(10), found(40, 6), 2)).toEqual({ estimate: said(10), apologise: false });
  });

  it('apologises once when the promise is missed, and says a new one', () => {
    const missed = renewed(said(10), found(4, 0.5), 10.1);
    expect(missed.apologise).toBe(true);
    expect(missed.estimate).toMatchObject({ bucket: 5, until: after(15.1), apologisedAt: after(10.1) });
    expect(renewed(missed.estimate, found(4, 0.5), 11).apologise).toBe(false);
  });

  it('apologises before that when it has become likelier to be missed than kept', () => {
    const early = renewed(said(10), found(30, 20), 4);
    expect(early).toMatchObject({ apologise: true, estimate: { bucket: 30, until: after(34) } });
  });

  it('apologises no sooner than five minutes after the last time', () => {
    let { estimate: promise } = renewed(said(2), found(1.5, 0.4), 2.1);
    const at: number[] = [];
    for (let seconds = 150; seconds <= 1_200; seconds += 30) {
      const now = later(NOW, seconds * SECOND);
      const next = renewEstimate(promise, awaited(found(1.5, 0.4)), now);
      if (next.apologise) at.push(seconds);
      ({ estimate: promise } = next);
    }
    expect(at.length).toBeGreaterThan(2);
    expect(Math.min(...at.map((seconds, place) => seconds - (at[place - 1] ?? 126)))).toBeGreaterThanOrEqual(
      300,
    );
  });

  it('keeps what was said when nothing is known any more, and begins when something is', () => {
    expect(renewed(said(10), null, 3)).toEqual({ estimate: said(10), apologise: false });
    expect(renewed({ kind: 'unknown' }, found(8), 3)).toMatchObject({
      estimate: { bucket: 10 },
      apologise: false,
    });
  });

  it('has no number left for who comes into band 1', () => {
    expect(renewEstimate(said(10), awaited(found(3), { band: 1 }), after(1)).estimate).toEqual({
      kind: 'next',
    });
  });

  it('gives a bound to who was told "more than an hour" once there is one', () => {
    expect(renewed(said(80), found(25), 10)).toMatchObject({ estimate: { bucket: 30 }, apologise: false });
  });
});

describe('what is said while nobody is on', () => {
  const alone = (promise: WaitEstimate, minutes: number, given: Partial<Awaited> = {}): WaitEstimate =>
    renewEstimate(promise, awaited(found(10), { isNobodyOn: true, ...given }), after(minutes)).estimate;

  it('[RTE7] is that, whatever was promised, to every band, and since when', () => {
    const nobody = { kind: 'nobody_on', since: after(2), hadNumber: true };
    expect(alone(said(10), 2)).toEqual(nobody);
    expect(alone({ kind: 'unknown' }, 2)).toEqual({ ...nobody, hadNumber: false });
    expect(alone({ kind: 'next' }, 2, { band: 1 })).toEqual({ ...nobody, hadNumber: false });
    expect(firstEstimate(awaited(found(3), { isNobodyOn: true }), NOW)).toMatchObject({ since: NOW });
    expect(shownWait(alone(said(10), 2), found(10), after(2))).toEqual({ bucket: null, isLate: false });
  });

  it('the estimate "nobody on" stays unchanged until a responder is back', () => {
    expect(alone(alone(said(10), 2), 20)).toMatchObject({ since: after(2), hadNumber: true });
  });

  it('a returning responder brings a new number, with an apology if one was shown before', () => {
    const back = renewed(alone(said(10), 2), found(4), 20);
    expect(back).toMatchObject({ apologise: true, estimate: { bucket: 5, apologisedAt: after(20) } });
    expect(shownWait(back.estimate, found(4), after(20))).toEqual({ bucket: 5, isLate: true });
    const first = renewed(alone({ kind: 'unknown' }, 2), found(4), 20);
    expect(first).toMatchObject({ apologise: false, estimate: { bucket: 5, apologisedAt: null } });
    expect(renewed(alone(said(10), 2), null, 20).estimate).toEqual({ kind: 'unknown' });
  });

  it('is followed by being next in band 1', () => {
    const nobody = alone({ kind: 'next' }, 2, { band: 1 });
    expect(renewEstimate(nobody, awaited(null, { band: 1 }), after(3)).estimate).toEqual({ kind: 'next' });
  });
});
