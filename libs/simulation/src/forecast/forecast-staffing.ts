import { later } from '@warmline/kernel';
import { LONGEST_ESTIMATE } from '@warmline/waiting-time';
import { SHIFT } from '@warmline/wellbeing';
import { quantileOf } from '../goals/statistics';
import { futureOf } from './future';
import { mergedShifts } from './merged-shifts';
import { expectedWithin, nextQuarter, planningHours, rowAt, type PlanningHour } from './planning-hours';
import type { ComingShift, ForecastRequest, StaffingForecast } from './request';

/** No more responders than these are tried. */
const MOST_ADDED = 8;
const BOUND = 0.8;

/** How far a forecast has come: futures looked at, and how many at most from here on. */
export interface ForecastProgress {
  readonly futures: number;
  readonly atMost: number;
}

const rowsOf = ({ now, arrivals, sinceFullHour }: ForecastRequest): PlanningHour[] =>
  planningHours(now, arrivals.length, sinceFullHour);

/** Waits (min) that four of five who come in each hour do not exceed, over all futures. */
function* waitsByHour(request: ForecastRequest, more: readonly ComingShift[]): Generator<void, number[]> {
  const rows = rowsOf(request);
  const waits = rows.map((): number[] => []);
  for (let number = 0; number < request.futures; number += 1) {
    for (const { contact, trueWait } of futureOf(request, number, more)) {
      // Band 1 has its own ways to be answered.
      if (contact.band !== 1) waits[rowAt(rows, contact.arrivesAt)]?.push(trueWait ?? LONGEST_ESTIMATE);
    }
    yield;
  }
  return waits.map((found) => (found.length === 0 ? 0 : quantileOf(found, BOUND)));
}

const excess = (waits: readonly number[], target: number): number =>
  waits.reduce((sum, wait) => sum + Math.max(0, wait - target), 0);

interface Found {
  readonly more: readonly ComingShift[];
  readonly waits: readonly number[];
}

/** Blocks that could be added: one from the next quarter of an hour on, and one beginning with each full hour. */
const blocks = (request: ForecastRequest): ComingShift[] => {
  const [, ...full] = rowsOf(request);
  const starts = [nextQuarter(request.now, request.sinceFullHour), ...full.map(({ from }) => from)];
  return starts.map((from) => ({ from, until: later(from, SHIFT) }));
};

/** The block that helps most; null where none helps. */
function* best(request: ForecastRequest, { more, waits }: Found): Generator<void, Found | null> {
  let found: Found | null = null;
  let least = excess(waits, request.target);
  for (const block of blocks(request)) {
    const tried = [...more, block];
    const then = yield* waitsByHour(request, tried);
    const left = excess(then, request.target);
    if (left < least) [found, least] = [{ more: tried, waits: then }, left];
  }
  return found;
}

/** Leaves out every block without which the target is met as well. */
function* pruned(request: ForecastRequest, found: Found): Generator<void, Found> {
  let kept = found;
  for (const block of found.more) {
    const without = kept.more.filter((one) => one !== block);
    const waits = without.length === kept.more.length - 1 ? yield* waitsByHour(request, without) : null;
    if (waits !== null && excess(waits, request.target) === 0) kept = { more: without, waits };
  }
  return kept;
}

function* search(request: ForecastRequest, planned: Found): Generator<void, Found> {
  let found = planned;
  while (excess(found.waits, request.target) > 0 && found.more.length < MOST_ADDED) {
    const next = yield* best(request, found);
    if (next === null) return found;
    found = next;
  }
  return found.more.length > 1 && excess(found.waits, request.target) === 0
    ? yield* pruned(request, found)
    : found;
}

function* forecast(request: ForecastRequest): Generator<void, StaffingForecast> {
  const planned = { more: [], waits: yield* waitsByHour(request, []) };
  const found = yield* search(request, planned);
  return {
    hours: rowsOf(request).map((row, place) => ({
      ...row,
      arrivals: expectedWithin(request.arrivals, request.now, row),
      wait: planned.waits[place] ?? 0,
      waitWithMore: found.waits[place] ?? 0,
    })),
    additions: mergedShifts(found.more),
    isReached: excess(found.waits, request.target) === 0,
  };
}

/**
 * How long people will wait in each of the next hours, and the fewest more responders that bring it under the target: by
 * simulating many futures of this very moment with the production routing. Blocks of two hours are added one by one where
 * they help most; then those that turn out not to be needed are left out again.
 *
 * A generator: the caller can pause after every future (some milliseconds) and show the progress.
 */
export function* forecastStaffing(request: ForecastRequest): Generator<ForecastProgress, StaffingForecast> {
  const work = forecast(request);
  const atMost = request.futures * (1 + MOST_ADDED * (request.arrivals.length + 1));
  for (let futures = 1; ; futures += 1) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { futures, atMost };
  }
}
