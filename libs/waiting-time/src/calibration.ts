import type { Band } from '@warmline/vocabulary';

/** One wait that is over: what was estimated when it began and what it was, both in minutes. */
export interface WaitOutcome {
  /** At the beginning of the wait. */
  readonly band: Band;
  readonly raw: number;
  /** From the start of the wait until a responder accepted. For a visitor who left: until one would have. */
  readonly trueWait: number;
}

/** Outcomes of a band that count: the latest. */
export const OUTCOMES_KEPT = 300;
/** Below this many in a band all bands count together; below it over all of them no number is shown. */
export const OUTCOMES_NEEDED = 50;
/**
 * 4 of 5 wait estimates must be kept. The calibration learns of a rising load with delay, so it aims a little higher.
 * Without that, only 3 of 4 are kept in the hours before the peak.
 */
const AIM = 0.81;

/** An estimate of (almost) nothing is compared as a quarter of a minute. */
const LEAST_RAW = 0.25;

/** An outcome as calibration keeps it. */
export interface Ratio {
  readonly raw: number;
  /** True wait over raw estimate. */
  readonly ratio: number;
}

/**
 * How true waits compare to raw estimates, apart for those who find a free slot and those who wait for one: what an offer
 * takes says nothing about a queue (docs/adr/0009-two-wait-calibrations.md). By raw estimate, the smallest first. Null: too little is known.
 */
export interface Calibration {
  readonly atOnce: Readonly<Record<Band, readonly Ratio[] | null>>;
  readonly inLine: Readonly<Record<Band, readonly Ratio[] | null>>;
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

const isEnough = (outcomes: readonly WaitOutcome[]): boolean => outcomes.length >= OUTCOMES_NEEDED;

const ratiosOf = (outcomes: readonly WaitOutcome[]): Ratio[] =>
  outcomes
    .slice(-OUTCOMES_KEPT)
    .map((outcome) => ({ raw: outcome.raw, ratio: ratioOf(outcome) }))
    .sort((one, other) => one.raw - other.raw);

/** While too few have found a free slot: an offer is accepted within half a minute. */
const AT_ONCE: readonly Ratio[] = [1, 2].map((quarters) => ({ raw: 0, ratio: quarters }));

/**
 * What an estimate is compared to, from outcomes in the order in which the waits ended: the latest 300 of its band; where
 * the band has under 50, the latest 300 of all bands; where these together are under 50, none (docs/spec/waiting.md#calibration).
 */
export const ratiosFor = (
  outcomes: readonly WaitOutcome[],
  { raw, band }: { readonly raw: number; readonly band: Band },
): readonly Ratio[] | null => {
  const alike = outcomes.filter((outcome) => (outcome.raw === 0) === (raw === 0));
  const own = alike.filter((outcome) => outcome.band === band);
  if (isEnough(own)) return ratiosOf(own);
  if (isEnough(alike)) return ratiosOf(alike);
  return raw === 0 && isEnough(outcomes) ? AT_ONCE : null;
};

/** The calibration of all outcomes at once. */
export const calibrate = (outcomes: readonly WaitOutcome[]): Calibration => {
  const of = (raw: number): Calibration['inLine'] => ({
    1: ratiosFor(outcomes, { raw, band: 1 }),
    2: ratiosFor(outcomes, { raw, band: 2 }),
    3: ratiosFor(outcomes, { raw, band: 3 }),
  });
  return { atOnce: of(0), inLine: of(1) };
};

/** Of those that count, the third whose estimates were most like this one, by their quotient: at least 50. */
const nearest = (ratios: readonly Ratio[], raw: number): readonly Ratio[] => {
  if (raw === 0) return ratios;
  const size = Math.min(ratios.length, Math.max(OUTCOMES_NEEDED, Math.ceil(ratios.length / 3)));
  let first = 0;
  // The window moves on while what it gains is nearer than what it loses.
  while (isNearer(ratios[first + size], ratios[first], raw)) first += 1;
  return withTies(ratios, first, first + size);
};

/** Equal estimates are equally near. */
const withTies = (ratios: readonly Ratio[], first: number, end: number): readonly Ratio[] => {
  let [from, to] = [first, end];
  while (from > 0 && ratios[from - 1]?.raw === ratios[from]?.raw) from -= 1;
  while (to < ratios.length && ratios[to]?.raw === ratios[to - 1]?.raw) to += 1;
  return ratios.slice(from, to);
};

const isNearer = (one: Ratio | undefined, other: Ratio | undefined, raw: number): boolean =>
  one !== undefined && other !== undefined && least(one.raw) * least(other.raw) < least(raw) ** 2;

/** A wait as it may be spoken of, in minutes. */
export interface CalibratedWait {
  readonly raw: number;
  /** U80: kept four times of five. */
  readonly bound: number;
  /** As often too long as too short. */
  readonly likely: number;
}

/** What may be said of a raw estimate, by the outcomes of those most like it; null: too little is known to say anything. */
export const calibrated = (raw: number, ratios: readonly Ratio[] | null): CalibratedWait | null => {
  if (ratios === null) return null;
  const sorted = Float64Array.from(nearest(ratios, raw), ({ ratio }) => ratio).sort();
  const times = (share: number): number => least(raw) * orderStatistic(sorted, share);
  return { raw, bound: times(AIM), likely: times(0.5) };
};

export const calibratedWait = (
  raw: number,
  band: Band,
  { atOnce, inLine }: Calibration,
): CalibratedWait | null => calibrated(raw, (raw === 0 ? atOnce : inLine)[band]);
