import { outcomeOf, timeToAnswer, waitEndedAt, type Contact } from './contact';
import type { Interval } from './interval';
import { shownP90 } from './share';
import { spread } from './spread';

/** One step of a report's course: an hour or a day. */
export interface Step extends Interval {
  /** Entered the queue. */
  readonly arrivals: number;
  /** Got their first human message. */
  readonly answered: number;
  /** Left while waiting, without short leaves. */
  readonly left: number;
  /** Nine in ten of the answered waited at most this (ms); null of too few to show. */
  readonly p90: number | null;
}

interface Counts {
  arrivals: number;
  answered: number;
  left: number;
  /** ms */
  readonly waits: number[];
}

const nothing = (): Counts => ({ arrivals: 0, answered: 0, left: 0, waits: [] });

/** The last of the steps that begins at or before `at`, or -1. The steps are in their order. */
const placeOf = (steps: readonly Interval[], at: number): number => {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/**
 * How a range went, step by step. The steps are in their order, and each begins where the one before ends.
 * Reads each contact once, however many steps there are.
 */
export const courseOf = (contacts: readonly Contact[], steps: readonly Interval[]): Step[] => {
  const counts = steps.map(nothing);
  const countsAt = (at: number | null) => {
    const place = at === null ? -1 : placeOf(steps, at);
    return (at ?? 0) < (steps[place]?.to ?? -Infinity) ? counts[place] : undefined;
  };
  for (const contact of contacts) {
    const arrived = countsAt(contact.enteredAt);
    if (arrived !== undefined) arrived.arrivals += 1;
    const ended = countsAt(waitEndedAt(contact));
    if (ended === undefined) continue;
    const wait = timeToAnswer(contact);
    if (wait !== null) {
      ended.answered += 1;
      ended.waits.push(wait);
    } else if (outcomeOf(contact) === 'left') ended.left += 1;
  }
  return steps.map((step, place) => {
    const { arrivals, answered, left, waits } = counts[place] ?? nothing();
    return { from: step.from, to: step.to, arrivals, answered, left, p90: shownP90(spread(waits)) };
  });
};
