import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import type { CalibratedWait } from './calibration';

/** Bounds that are shown, in minutes: 1 reads "in a moment", 60 "within an hour". */
export const BUCKETS = [1, 2, 5, 10, 15, 20, 30, 45, 60] as const;

/** `more`: more than an hour, no bound. */
export type Bucket = (typeof BUCKETS)[number] | 'more';

/** Shortest time between two apologies to one visitor (ms). */
export const BETWEEN_APOLOGIES = 5 * MINUTE;

/** The bucket that holds a bound (min): rounded up, so that the shown one is kept at least as often. */
export const bucketFor = (bound: number): Bucket =>
  BUCKETS.find((minutes) => (minutes === 1 ? bound < 1 : bound <= minutes)) ?? 'more';

/** What a waiting visitor was told. */
export type WaitEstimate =
  /** Band 1 sees no number: they are next. */
  | { readonly kind: 'next' }
  /** Too few outcomes to say anything. */
  | { readonly kind: 'unknown' }
  /** Nobody is there who could answer them. `hadNumber`: before that a number was said, which does not hold any more. */
  | { readonly kind: 'nobody_on'; readonly since: Instant; readonly hadNumber: boolean }
  | {
      readonly kind: 'within';
      readonly bucket: Bucket;
      /** When the promise is missed; null where more than an hour was said. */
      readonly until: Instant | null;
      /** Of the last "this is taking longer than we said". */
      readonly apologisedAt: Instant | null;
    };

type Within = Extract<WaitEstimate, { kind: 'within' }>;

const within = (bucket: Bucket, now: Instant, apologisedAt: Instant | null): Within => ({
  kind: 'within',
  bucket,
  until: bucket === 'more' ? null : later(now, bucket * MINUTE),
  apologisedAt,
});

/** What the wait estimate needs to know of a waiting visitor. */
export interface Awaited {
  readonly band: Band;
  /** Null while too little is known to say anything. */
  readonly found: CalibratedWait | null;
  /** Nobody is there who could answer them, now or later. */
  readonly isNobodyOn: boolean;
}

/** What is said when a wait begins. */
export const firstEstimate = ({ band, found, isNobodyOn }: Awaited, now: Instant): WaitEstimate => {
  if (isNobodyOn) return { kind: 'nobody_on', since: now, hadNumber: false };
  if (band === 1) return { kind: 'next' };
  return found === null ? { kind: 'unknown' } : within(bucketFor(found.bound), now, null);
};

const mayApologise = ({ apologisedAt }: Within, now: Instant): boolean =>
  apologisedAt === null || elapsed(apologisedAt, now) >= BETWEEN_APOLOGIES;

/** Missed, or more likely missed than kept. */
const isBroken = ({ until }: Within, { likely }: CalibratedWait, now: Instant): boolean =>
  until !== null && elapsed(until, later(now, likely * MINUTE)) > 0;

/** A promise goes down whenever the new bound ends before the old one. */
const isSooner = (fresh: Within, { until }: Within): boolean =>
  fresh.until !== null && (until === null || fresh.until < until);

export interface Renewal {
  readonly estimate: WaitEstimate;
  /** Say "this is taking longer than we said", with the new bucket. */
  readonly apologise: boolean;
}

/** A responder is back. If a number was shown before, the new one comes with an apology. */
const afterNobody = (awaited: Awaited, hadNumber: boolean, now: Instant): Renewal => {
  const promise = firstEstimate(awaited, now);
  return promise.kind === 'within' && hadNumber
    ? { estimate: { ...promise, apologisedAt: now }, apologise: true }
    : { estimate: promise, apologise: false };
};

/**
 * What is said from now on. A bound is lowered as soon as a lower one holds, and is never raised without an apology: once
 * for each promise that is missed or has become likelier to be missed than kept, and at most every five minutes. That nobody
 * is there to keep it is said whatever was promised.
 */
export const renewEstimate = (promise: WaitEstimate, awaited: Awaited, now: Instant): Renewal => {
  const stays: Renewal = { estimate: promise, apologise: false };
  const { band, found, isNobodyOn } = awaited;
  if (promise.kind === 'nobody_on') return isNobodyOn ? stays : afterNobody(awaited, promise.hadNumber, now);
  if (isNobodyOn)
    return {
      estimate: { kind: 'nobody_on', since: now, hadNumber: promise.kind === 'within' },
      apologise: false,
    };
  if (band === 1 || promise.kind !== 'within')
    return { estimate: firstEstimate(awaited, now), apologise: false };
  if (found === null) return stays;
  return renewBound(promise, found, now);
};

const renewBound = (promise: Within, found: CalibratedWait, now: Instant): Renewal => {
  const stays: Renewal = { estimate: promise, apologise: false };
  const fresh = within(bucketFor(found.bound), now, promise.apologisedAt);
  if (isBroken(promise, found, now))
    return mayApologise(promise, now)
      ? { estimate: { ...fresh, apologisedAt: now }, apologise: true }
      : stays;
  return isSooner(fresh, promise) ? { estimate: fresh, apologise: false } : stays;
};
