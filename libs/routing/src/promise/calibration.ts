import type { Band } from '../band';

/** One wait that is over: what was estimated when it began and what it was, both in minutes. */
export interface WaitOutcome {
  /** At the beginning of the wait. */
  readonly band: Band;
  readonly raw: number;
  /** From the beginning of the wait until somebody accepted; of somebody who left, until they would have been taken. */
  readonly trueWait: number;
}

/** Outcomes of a band that count: the latest. */
export const OUTCOMES_KEPT = 300;
/** Below this many in a band all bands count together; below it over all of them no number is shown. */
export const OUTCOMES_NEEDED = 50;
/** Share of promises that is to be kept. */
export const KEPT_SHARE = 0.8;

/** An estimate of (almost) nothing is compared as a quarter of a minute. */
const LEAST_RAW = 0.25;

/** 80 % of the waits were at most the raw estimate times `bound`, half of them at most raw times `middle`. */
export interface Factors {
  readonly bound: number;
  readonly middle: number;
}

/**
 * How true waits compare to raw estimates, apart for those who find a free slot and those who wait for one: what an offer
 * takes says nothing about a queue (decision 0009). Null: too little is known.
 */
export interface Calibration {
  readonly atOnce: Readonly<Record<Band, Factors | null>>;
  readonly inLine: Readonly<Record<Band, Factors | null>>;
}

const least = (raw: number): number => Math.max(raw, LEAST_RAW);

export const ratioOf = ({ raw, trueWait }: WaitOutcome): number => trueWait / least(raw);

/**
 * The smallest of the values that at least `share` of what comes next will not exceed, if it comes from the same source
 * (the order statistic ceil(share (n + 1)) of conformal prediction). NaN of nothing.
 */
export const quantile = (values: readonly number[], share: number): number =>
  orderStatistic(Float64Array.from(values).sort(), share);

const orderStatistic = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length, Math.ceil(share * (sorted.length + 1))) - 1] ?? NaN;

const factorsOf = (outcomes: readonly WaitOutcome[]): Factors => {
  const ratios = Float64Array.from(outcomes.slice(-OUTCOMES_KEPT), ratioOf).sort();
  return { bound: orderStatistic(ratios, KEPT_SHARE), middle: orderStatistic(ratios, 0.5) };
};

const isEnough = (outcomes: readonly WaitOutcome[]): boolean => outcomes.length >= OUTCOMES_NEEDED;

/** While too few have found a free slot: an offer is accepted within half a minute. */
const AT_ONCE: Factors = { bound: 0.5 / LEAST_RAW, middle: 0.25 / LEAST_RAW };

/**
 * The factors for one estimate, from outcomes in the order in which the waits ended: the latest 300 of its band; where the
 * band has under 50, the latest 300 of all bands; where these together are under 50, none (routing.md, The wait promise).
 */
export const factorsFor = (
  outcomes: readonly WaitOutcome[],
  { raw, band }: { readonly raw: number; readonly band: Band },
): Factors | null => {
  const alike = outcomes.filter((outcome) => (outcome.raw === 0) === (raw === 0));
  const own = alike.filter((outcome) => outcome.band === band);
  if (isEnough(own)) return factorsOf(own);
  if (isEnough(alike)) return factorsOf(alike);
  return raw === 0 && isEnough(outcomes) ? AT_ONCE : null;
};

/** All factors at once, for whoever keeps them. */
export const calibrate = (outcomes: readonly WaitOutcome[]): Calibration => {
  const of = (raw: number): Record<Band, Factors | null> => ({
    1: factorsFor(outcomes, { raw, band: 1 }),
    2: factorsFor(outcomes, { raw, band: 2 }),
    3: factorsFor(outcomes, { raw, band: 3 }),
  });
  return { atOnce: of(0), inLine: of(1) };
};

/** A wait as it may be spoken of, in minutes. */
export interface Estimate {
  readonly raw: number;
  /** U80: kept four times of five. */
  readonly bound: number;
  /** As often too long as too short. */
  readonly likely: number;
}

/** What may be said of a raw estimate; null: too little is known to say anything. */
export const calibrated = (raw: number, factors: Factors | null): Estimate | null =>
  factors === null ? null : { raw, bound: least(raw) * factors.bound, likely: least(raw) * factors.middle };

export const estimate = (raw: number, band: Band, { atOnce, inLine }: Calibration): Estimate | null =>
  calibrated(raw, (raw === 0 ? atOnce : inLine)[band]);
