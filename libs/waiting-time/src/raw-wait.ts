import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';
import { compareAt, inAnswerOrder, orderBandOf, type QueueEntry, rankOf, weight } from '@warmline/routing';
import { TARGET_MINUTES, type Band } from '@warmline/vocabulary';
import { meanSlots, type PlannedSlots } from './planned-slots';
import type { ServiceRates } from './service-rates';

/** The longest wait that is estimated (min); everything beyond is "more than an hour" anyway. */
export const LONGEST_ESTIMATE = 240;

/** Of those for whom no slot is free (min). */
const LEAST_ESTIMATE = 0.1;

const FIRST_GUESS = 5;
const ROUNDS = 4;
const BANDS: readonly Band[] = [1, 2, 3];

/** All that a wait is estimated from, at one moment. */
export interface Outlook {
  readonly now: Instant;
  /** Who waits without an open offer, the one asked about included or not. No tombstones: they take no slot. */
  readonly waiting: readonly QueueEntry[];
  /** Who could be made an offer at this moment: load units in use and in all. */
  readonly free: readonly { readonly load: number; readonly capacity: number }[];
  /**
   * Slots of people who are quiet or on a break now and come back by themselves: one moment a slot, for standard visitors.
   * None unless said.
   */
  readonly returning?: readonly Instant[];
  readonly planned: readonly PlannedSlots[];
  readonly rates: ServiceRates;
}

/** Minutes from one moment to a later one, never negative: two clocks may disagree. */
export const minutesBetween = (from: Instant, to: Instant): number => Math.max(0, elapsed(from, to) / MINUTE);

/** How many of those in a band, oldest first, go before `entry` at `at`. */
const countAhead = (oldestFirst: readonly QueueEntry[], entry: QueueEntry, at: Instant): number => {
  const compare = compareAt(at);
  let [low, high] = [0, oldestFirst.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = oldestFirst[middle];
    if (other !== undefined && compare(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Minutes of the next `wait` in which an arrival in `band` would be before `entry` at the end of `wait`. This is the
 * inverse of the answer order: inside a band no later visitor overtakes.
 */
export const minutesToOvertake = (
  band: Band,
  entry: QueueEntry,
  { now, wait }: { now: Instant; wait: number },
): number => {
  if (band === orderBandOf(entry)) return 0;
  const { tier, priority } = rankOf(entry, later(now, wait * MINUTE));
  if (band === 1) return wait;
  if (tier === 0) return 0;
  if (band === 2 && tier === 2) return wait;
  // In one tier the share of the target decides, counted from twice the target for standard visitors.
  const targets = band === 2 ? priority : priority + 2;
  return Math.min(wait, Math.max(0, wait - targets * TARGET_MINUTES[band]));
};

/** Conversations of a band that those who are free could take now. */
const freeSlots = (free: Outlook['free'], band: Band): number =>
  free.reduce(
    (sum, { load, capacity }) => sum + Math.max(0, Math.floor((capacity - load) / weight(band, capacity))),
    0,
  );

/** Places that are added up one by one; of those behind them the integral is the sum to a thousandth. */
const ONE_BY_ONE = 64;

/** Sum of 1/(served + place * leaving) over the first `places` of a line: how long it takes them to go (min). */
const untilGone = (places: number, served: number, leaving: number): number => {
  const near = Math.min(places, ONE_BY_ONE);
  let sum = 0;
  for (let place = 0; place < near; place += 1) sum += 1 / (served + place * leaving);
  if (places <= near) return sum;
  const [first, last] = [near - 0.5, places - 0.5];
  return leaving === 0
    ? sum + (places - near) / served
    : sum + Math.log((served + last * leaving) / (served + first * leaving)) / leaving;
};

/**
 * Expected time (min) until the turn of a visitor with `ahead` people before them. All of these must be answered or leave,
 * and one more slot must become free. Each slot that returns at a known time (min from now, soonest first) serves one.
 */
const untilTurn = (
  ahead: number,
  { served, leaving, over }: { served: number; leaving: number; over: number },
  returning: readonly number[],
): number => {
  const passed = over / (served + (leaving * ahead) / 2);
  let best = Math.max(passed, returning[ahead] ?? Infinity);
  // Returning slots can spare only the last places, as many as there are slots.
  const first = Math.max(0, ahead - returning.length);
  let sum = passed + untilGone(first, served, leaving);
  for (let place = first; place <= ahead; place += 1) {
    sum += 1 / (served + place * leaving);
    const spared = returning[ahead - place - 1] ?? (place === ahead ? 0 : Infinity);
    best = Math.min(best, Math.max(sum, spared));
  }
  return best;
};

/**
 * Estimates of the wait in minutes, 0 to LONGEST_ESTIMATE, for anyone who waits or would: raw(x) of
 * docs/spec/waiting.md#raw-estimate. Not a promise yet: `calibrate` makes one of it.
 *
 * Everything that is the same for all is done once; then an estimate takes a few microseconds, whatever the queue's length.
 */
export const rawWaits = (outlook: Outlook): ((entry: QueueEntry) => number) => {
  const { now, planned, rates } = outlook;
  const ordered = inAnswerOrder(outlook.waiting, now);
  const oldestFirst = BANDS.map((band) => ordered.filter((entry) => orderBandOf(entry) === band));
  const free = {
    1: freeSlots(outlook.free, 1),
    2: freeSlots(outlook.free, 2),
    3: freeSlots(outlook.free, 3),
  };
  const returning = [
    ...Array.from({ length: free[3] }, () => 0),
    ...(outlook.returning ?? []).map((at) => minutesBetween(now, at)).sort((one, other) => one - other),
  ];
  const aheadAt = (entry: QueueEntry, at: Instant): number =>
    oldestFirst.reduce((sum, entries) => sum + countAhead(entries, entry, at), 0);

  const nextGuess = (entry: QueueEntry, wait: number): number => {
    const ahead = aheadAt(entry, later(now, wait * MINUTE));
    const over = BANDS.reduce(
      (sum, band) => sum + rates.arrivals[band] * minutesToOvertake(band, entry, { now, wait }),
      0,
    );
    const served = meanSlots(planned, now, wait) * rates.perSlot;
    const guess = untilTurn(
      ahead,
      { served, leaving: rates.leaving, over },
      entry.band === 1 ? [] : returning,
    );
    // Nobody is planned: no number is large enough, and 0/0 is none.
    return Number.isFinite(guess)
      ? Math.max(LEAST_ESTIMATE, Math.min(guess, LONGEST_ESTIMATE))
      : LONGEST_ESTIMATE;
  };

  return (entry) => {
    if (aheadAt(entry, now) < free[entry.band]) return 0;
    let wait = FIRST_GUESS;
    for (let round = 0; round < ROUNDS; round += 1) wait = nextGuess(entry, wait);
    return wait;
  };
};
