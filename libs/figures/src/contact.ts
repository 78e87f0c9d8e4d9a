import { elapsed, SECOND, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import { isWithin, type Interval } from './interval';

/** Who leaves sooner (ms) without a word has not really waited: a short leave. */
export const SHORT_LEAVE = 30 * SECOND;

/** One attempt to reach the service that entered the queue; times by the server's clock. */
export interface Contact {
  readonly band: Band;
  /** t_w: entered the queue for the first time. */
  readonly enteredAt: Instant;
  /** Since when they wait again, or still; null while nobody waits. */
  readonly waitingSince: Instant | null;
  /** t_a: a responder accepted for the first time. */
  readonly acceptedAt: Instant | null;
  /** t_m: the first human message. Accepting alone answers nobody. */
  readonly answeredAt: Instant | null;
  /** t_l: ended while waiting. */
  readonly leftAt: Instant | null;
  /** t_e: ended, however. */
  readonly endedAt: Instant | null;
  /** They had sent a message of their own. */
  readonly wrote: boolean;
}

/** When the wait for a human word ended: with it, or with the contact. Null while it goes on. */
export const waitEndedAt = ({ answeredAt, endedAt }: Contact): Instant | null => answeredAt ?? endedAt;

/** t_w to t_m in ms; null without an answer. */
export const timeToAnswer = ({ enteredAt, answeredAt }: Contact): number | null =>
  answeredAt === null ? null : elapsed(enteredAt, answeredAt);

export type Outcome = 'open' | 'answered' | 'short_leave' | 'left' | 'unanswered';

/** How the wait ended. `unanswered`: a responder accepted, but it ended before they wrote. */
export const outcomeOf = (contact: Contact): Outcome => {
  if (contact.answeredAt !== null) return 'answered';
  if (contact.endedAt === null) return 'open';
  if (contact.leftAt === null) return 'unanswered';
  const isShort = elapsed(contact.enteredAt, contact.leftAt) < SHORT_LEAVE && !contact.wrote;
  return isShort ? 'short_leave' : 'left';
};

export const isShortLeave = (contact: Contact): boolean => outcomeOf(contact) === 'short_leave';

/** Contacts are counted where their wait ended, not where it began: a long wait is in the report of its end. */
export const countedIn = (contacts: readonly Contact[], interval: Interval): Contact[] =>
  contacts.filter((contact) => {
    const end = waitEndedAt(contact);
    return end !== null && isWithin(interval, end);
  });
