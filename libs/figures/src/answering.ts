import { MINUTE } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { isShortLeave, outcomeOf, timeToAnswer, type Contact } from './contact';
import { shareOf, type Share } from './share';
import { spread, type Spread } from './spread';

// Formulas of docs/spec/figures.md#exact-definitions. Each takes the contacts that are counted (countedIn).

/** x of the service level in ms, and the share that should be answered within it. */
export const SERVICE_LEVEL: Record<Band, { readonly within: number; readonly target: number }> = {
  1: { within: 1 * MINUTE, target: 0.99 },
  2: { within: 5 * MINUTE, target: 0.8 },
  3: { within: 10 * MINUTE, target: 0.8 },
};
/** Where the time to the first human message should be (ms). */
export const SPEED_MOST = { mean: 3 * MINUTE, p90: 10 * MINUTE } as const;
export const ANSWER_RATE_LEAST = 0.9;
export const LEFT_WAITING_MOST = 0.15;

const isAnswered = (contact: Contact): boolean => contact.answeredAt !== null;
const withoutShortLeaves = (counted: readonly Contact[]): Contact[] =>
  counted.filter((contact) => !isShortLeave(contact));

/** Answered / (A - short leaves). */
export const answerRate = (counted: readonly Contact[]): Share =>
  shareOf(withoutShortLeaves(counted), isAnswered);

/** Answered / (A + turned away). Always shown beside the answer rate: closing must not look good. */
export const reachRate = (counted: readonly Contact[], turnedAway: number): Share => ({
  part: counted.filter(isAnswered).length,
  of: counted.length + turnedAway,
});

/** (left, not short) / (A - short leaves). */
export const leftWaiting = (counted: readonly Contact[]): Share =>
  shareOf(withoutShortLeaves(counted), (contact) => outcomeOf(contact) === 'left');

/** t_m - t_w (ms) over the answered; null of nobody. */
export const speedToAnswer = (counted: readonly Contact[]): Spread | null =>
  spread(counted.map(timeToAnswer).filter((time) => time !== null));

/** Answered within `within` ms / (A_b - short leaves_b); visitors who left later than that count as missed. */
export const serviceLevel = (
  counted: readonly Contact[],
  { band, within }: { readonly band: Band; readonly within: number },
): Share =>
  shareOf(
    withoutShortLeaves(counted).filter((contact) => contact.band === band),
    (contact) => (timeToAnswer(contact) ?? Infinity) <= within,
  );
