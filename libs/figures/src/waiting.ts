import { elapsed, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import type { Contact } from './contact';

export interface Queue {
  readonly waiting: number;
  /** ms; null when nobody waits. */
  readonly longest: number | null;
}

/**
 * Since when this contact was waiting at the moment `at`, or null. A wait ends with the acceptance. A wait that began again
 * because a responder was lost counts from then on, so time in conversation is never waiting.
 */
export const waitingSinceAt = (contact: Contact, at: Instant): Instant | null => {
  const { enteredAt, waitingSince, acceptedAt, leftAt, endedAt } = contact;
  if (waitingSince !== null && waitingSince <= at && isBefore(at, endedAt)) return waitingSince;
  const firstEnd = acceptedAt ?? leftAt ?? endedAt;
  return enteredAt <= at && isBefore(at, firstEnd) ? enteredAt : null;
};

const isBefore = (at: Instant, end: Instant | null): boolean => end === null || at < end;

/** Who was waiting at `at`, in all or in one band. */
export const queueAt = (contacts: readonly Contact[], at: Instant, band?: Band): Queue => {
  const waits = contacts
    .filter((contact) => band === undefined || contact.band === band)
    .map((contact) => waitingSinceAt(contact, at))
    .filter((since) => since !== null)
    .map((since) => elapsed(since, at));
  return { waiting: waits.length, longest: waits.length === 0 ? null : Math.max(...waits) };
};
