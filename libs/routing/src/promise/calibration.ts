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
/** No bound is closer than half a minute: somebody has to see the offer and accept it. */
const LEAST_BOUND = 0.5;

/** How true waits compare to raw estimates: the factors that make bounds and middle estimates of them. */
export interface Calibration {
  /** Of a band: 80 % of the waits were at most raw times `bound`, half of them at most raw times `middle`. */
  readonly factors: Readonly<Record<Band, { readonly bound: number; readonly middle: number } | null>>;
}

export const ratioOf = ({ raw, trueWait }: WaitOutcome): number => trueWait / Math.max(raw, LEAST_RAW);

/**
 * The smallest of the values that at least `share` of what comes next will not exceed, if it comes from the same source
 * (the order statistic ceil(share (n + 1)) of conformal prediction). NaN of nothing.
 */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length, Math.ceil(share * (sorted.length + 1))) - 1] ?? NaN;
};

const factorsOf = (outcomes: readonly WaitOutcome[]): { bound: number; middle: number } => {
  const ratios = outcomes.map(ratioOf);
  return { bound: quantile(ratios, KEPT_SHARE), middle: quantile(ratios, 0.5) };
};

/**
 * From outcomes, oldest first by the end of the wait: the latest 300 of each band; where a band has under 50, the latest
 * 300 of all; where all together have under 50, nothing (routing.md, The wait promise).
 */
export const calibrate = (outcomes: readonly WaitOutcome[]): Calibration => {
  const pooled = outcomes.length < OUTCOMES_NEEDED ? null : factorsOf(outcomes.slice(-OUTCOMES_KEPT));
  const of = (band: Band): { bound: number; middle: number } | null => {
    const own = outcomes.filter((outcome) => outcome.band === band).slice(-OUTCOMES_KEPT);
    return own.length < OUTCOMES_NEEDED ? pooled : factorsOf(own);
  };
  return { factors: { 1: of(1), 2: of(2), 3: of(3) } };
};

/** A wait as it may be spoken of, in minutes: U80, the bound that is kept four times of five, and the middle of what is likely. */
export interface Estimate {
  readonly raw: number;
  readonly bound: number;
  readonly likely: number;
}

/** Null: too little is known to say anything. */
export const estimate = (raw: number, band: Band, { factors }: Calibration): Estimate | null => {
  const known = factors[band];
  if (known === null) return null;
  return { raw, bound: Math.max(LEAST_BOUND, raw * known.bound), likely: raw * known.middle };
};
