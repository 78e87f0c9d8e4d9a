import type { Instant } from '@warmline/kernel';
import {
  compareAt,
  mayBeAsked,
  mayServe,
  maySurge,
  type Proposal,
  type QueueEntry,
  type Situation,
  termsOf,
} from '@warmline/routing';
import type { WaitOutcome } from './calibration';
import { minutesBetween } from './raw-wait';

/**
 * An invisible queue entry of a visitor who left, kept to measure how long they would have waited. It is never offered
 * and takes no slot.
 */
export interface Tombstone extends QueueEntry {
  /** Beginning of the wait that they gave up. */
  readonly waitingSince: Instant;
  /** The raw estimate made then (min). */
  readonly raw: number;
}

/**
 * The tombstones whose turn has come in a round of matching: a responder who may serve them gets no offer, or an offer of
 * a later visitor. Tombstones change no offer.
 */
export const reachedTombstones = <Stone extends QueueEntry>(
  tombstones: readonly Stone[],
  situation: Situation,
  proposals: readonly Proposal[],
): Stone[] => {
  if (tombstones.length === 0 || situation.free.length === 0) return [];
  const compare = compareAt(situation.now);
  const terms = termsOf(situation);
  const entries = new Map(situation.waiting.map((entry) => [entry.conversation, entry]));
  const askedFor = new Map(
    proposals.map(({ staff, conversation }) => [staff, entries.get(conversation)] as const),
  );
  const askable = situation.free.filter((responder) => mayBeAsked(responder, terms));
  return tombstones.filter((stone) =>
    askable.some((responder) => {
      if (!mayServe(responder, stone, terms) && !maySurge(responder, stone, terms)) return false;
      const other = askedFor.get(responder.staff);
      return other === undefined || compare(stone, other) < 0;
    }),
  );
};

/** The outcome of a wait that was given up, at the moment when its turn has come. */
export const virtualOutcome = ({ band, raw, waitingSince }: Tombstone, now: Instant): WaitOutcome => ({
  band,
  raw,
  trueWait: minutesBetween(waitingSince, now),
});
