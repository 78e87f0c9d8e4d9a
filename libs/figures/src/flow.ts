import type { Instant } from '@warmline/kernel';
import { countedIn, outcomeOf, type Contact } from './contact';
import { isWithin, type Interval } from './interval';
import { queueAt } from './waiting';

/** Arrivals and the queue in one step of time. */
export interface Flow {
  readonly to: Instant;
  /** Who was waiting at its end, and the longest of them (ms). */
  readonly waiting: number;
  readonly longest: number | null;
  /** Entered the queue. */
  readonly arrivals: number;
  /** Got their first human word. */
  readonly answered: number;
  /** Left while waiting, short leaves among them: the chart counts people, not blame. */
  readonly left: number;
}

export const flowIn = (contacts: readonly Contact[], step: Interval): Flow => {
  const outcomes = countedIn(contacts, step).map(outcomeOf);
  const { waiting, longest } = queueAt(contacts, step.to);
  return {
    to: step.to,
    waiting,
    longest,
    arrivals: contacts.filter(({ enteredAt }) => isWithin(step, enteredAt)).length,
    answered: outcomes.filter((outcome) => outcome === 'answered').length,
    left: outcomes.filter((outcome) => outcome === 'left' || outcome === 'short_leave').length,
  };
};
