import { later, MINUTE, SECOND } from '@warmline/kernel';
import { NOW } from '../testing/any-situation';
import type { Estimate } from './calibration';
import { bucketFor, promiseAtFirst, renewPromise, type WaitPromise } from './wait-promise';

const found = (bound: number, likely = bound / 2): Estimate => ({ raw: likely, bound, likely });
const after = (minutes: number) => later(NOW, minutes * MINUTE);
const said = (bound: number): WaitPromise => promiseAtFirst(3, found(bound), NOW);
const renewed = (promise: WaitPromise, estimate: Estimate | null, minutes: number) =>
  renewPromise(promise, { band: 3, found: estimate }, after(minutes));

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
    expect(promiseAtFirst(1, found(3), NOW)).toEqual({ kind: 'next' });
    expect(promiseAtFirst(3, null, NOW)).toEqual({ kind: 'unknown' });
  });

  it('is no bound beyond an hour', () => {
    expect(said(80)).toMatchObject({ bucket: 'more', until: null });
  });
});

describe('what is said from then on', () => {
  it('stays while nothing better holds', () => {
    expect(renewed(said(10), found(6), 2)).toEqual({ promise: said(10), apologise: false });
  });

  it('goes down as soon as less holds', () => {
    const { promise, apologise } = renewed(said(10), found(1.5), 3);
    expect(promise).toMatchObject({ bucket: 2, until: after(5) });
    expect(apologise).toBe(false);
  });

  it('never goes up silently, be the new bound ever so long', () => {
    expect(renewed(said(10), found(40, 6), 2)).toEqual({ promise: said(10), apologise: false });
  });

  it('apologises once when the promise is missed, and says a new one', () => {
    const missed = renewed(said(10), found(4, 0.5), 10.1);
    expect(missed.apologise).toBe(true);
    expect(missed.promise).toMatchObject({ bucket: 5, until: after(15.1), apologisedAt: after(10.1) });
    expect(renewed(missed.promise, found(4, 0.5), 11).apologise).toBe(false);
  });

  it('apologises before that when it has become likelier to be missed than kept', () => {
    const early = renewed(said(10), found(30, 20), 4);
    expect(early).toMatchObject({ apologise: true, promise: { bucket: 30, until: after(34) } });
  });

  it('apologises no sooner than five minutes after the last time', () => {
    let { promise } = renewed(said(2), found(1.5, 0.4), 2.1);
    const at: number[] = [];
    for (let seconds = 150; seconds <= 1_200; seconds += 30) {
      const now = later(NOW, seconds * SECOND);
      const next = renewPromise(promise, { band: 3, found: found(1.5, 0.4) }, now);
      if (next.apologise) at.push(seconds);
      ({ promise } = next);
    }
    expect(at.length).toBeGreaterThan(2);
    expect(Math.min(...at.map((seconds, place) => seconds - (at[place - 1] ?? 126)))).toBeGreaterThanOrEqual(
      300,
    );
  });

  it('keeps what was said when nothing is known any more, and begins when something is', () => {
    expect(renewed(said(10), null, 3)).toEqual({ promise: said(10), apologise: false });
    expect(renewed({ kind: 'unknown' }, found(8), 3)).toMatchObject({
      promise: { bucket: 10 },
      apologise: false,
    });
  });

  it('has no number left for who comes into band 1', () => {
    expect(renewPromise(said(10), { band: 1, found: found(3) }, after(1)).promise).toEqual({ kind: 'next' });
  });

  it('gives a bound to who was told "more than an hour" once there is one', () => {
    expect(renewed(said(80), found(25), 10)).toMatchObject({ promise: { bucket: 30 }, apologise: false });
  });
});
