import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';
import type { Band } from '../band';
import type { Estimate } from './calibration';

/** Bounds that are shown, in minutes: 1 reads "in a moment", 60 "within an hour". */
export const BUCKETS = [1, 2, 5, 10, 15, 20, 30, 45, 60] as const;

/** `more`: more than an hour, no bound. */
export type Bucket = (typeof BUCKETS)[number] | 'more';

/** At most this often is somebody told that it takes longer (ms). */
export const BETWEEN_APOLOGIES = 5 * MINUTE;

/** The bucket that holds a bound (min): rounded up, so that the shown one is kept at least as often. */
export const bucketFor = (bound: number): Bucket =>
  BUCKETS.find((minutes) => (minutes === 1 ? bound < 1 : bound <= minutes)) ?? 'more';

/** What a waiting visitor was told. */
export type WaitPromise =
  /** Band 1 sees no number: they are next. */
  | { readonly kind: 'next' }
  /** Too few outcomes to say anything. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'within';
      readonly bucket: Bucket;
      /** When the promise is missed; null where more than an hour was said. */
      readonly until: Instant | null;
      /** Of the last "this is taking longer than we said". */
      readonly apologisedAt: Instant | null;
    };

type Within = Extract<WaitPromise, { kind: 'within' }>;

const within = (bucket: Bucket, now: Instant, apologisedAt: Instant | null): Within => ({
  kind: 'within',
  bucket,
  until: bucket === 'more' ? null : later(now, bucket * MINUTE),
  apologisedAt,
});

/** What is said when a wait begins. */
export const promiseAtFirst = (band: Band, found: Estimate | null, now: Instant): WaitPromise => {
  if (band === 1) return { kind: 'next' };
  return found === null ? { kind: 'unknown' } : within(bucketFor(found.bound), now, null);
};

const mayApologise = ({ apologisedAt }: Within, now: Instant): boolean =>
  apologisedAt === null || elapsed(apologisedAt, now) >= BETWEEN_APOLOGIES;

/** Missed, or more likely missed than kept. */
const isBroken = ({ until }: Within, { likely }: Estimate, now: Instant): boolean =>
  until !== null && elapsed(until, later(now, likely * MINUTE)) > 0;

/** A promise goes down whenever the new bound ends before the old one. */
const isSooner = (fresh: Within, { until }: Within): boolean =>
  fresh.until !== null && (until === null || fresh.until < until);

export interface Renewal {
  readonly promise: WaitPromise;
  /** Say "this is taking longer than we said", with the new bucket. */
  readonly apologise: boolean;
}

/**
 * What is said from now on. A bound is lowered as soon as a lower one holds, and is never raised without an apology: once
 * for each promise that is missed or has become likelier to be missed than kept, and at most every five minutes.
 */
export const renewPromise = (
  promise: WaitPromise,
  { band, found }: { band: Band; found: Estimate | null },
  now: Instant,
): Renewal => {
  const stays: Renewal = { promise, apologise: false };
  if (band === 1 || promise.kind !== 'within')
    return { promise: promiseAtFirst(band, found, now), apologise: false };
  if (found === null) return stays;
  const fresh = within(bucketFor(found.bound), now, promise.apologisedAt);
  if (isBroken(promise, found, now))
    return mayApologise(promise, now) ? { promise: { ...fresh, apologisedAt: now }, apologise: true } : stays;
  return isSooner(fresh, promise) ? { promise: fresh, apologise: false } : stays;
};
