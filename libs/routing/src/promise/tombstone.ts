import type { Instant } from '@warmline/kernel';
import { compareAt, type QueueEntry } from '../answer-order';
import { hasRoom } from '../capacity';
import type { FreeResponder, Proposal } from '../matching';
import { type WaitOutcome } from './calibration';
import { minutesBetween } from './raw-wait';

/**
 * An invisible queue entry of somebody who left, kept to measure how long they would have waited. It is offered to nobody
 * and takes no slot.
 */
export interface Tombstone extends QueueEntry {
  /** Beginning of the wait that they gave up. */
  readonly waitingSince: Instant;
  /** The raw estimate made then (min). */
  readonly raw: number;
}

/** A round of matching: who waited, who was free, who is asked for whom. */
export interface MatchingRound {
  readonly now: Instant;
  readonly waiting: readonly QueueEntry[];
  readonly free: readonly FreeResponder[];
  readonly proposals: readonly Proposal[];
}

/**
 * The tombstones whose turn has come in this round: somebody with room for them stays free, or is asked for somebody who
 * comes after them. What they would have taken goes on being taken by others.
 */
export const reachedTombstones = <Stone extends QueueEntry>(
  tombstones: readonly Stone[],
  { now, waiting, free, proposals }: MatchingRound,
): Stone[] => {
  if (tombstones.length === 0 || free.length === 0) return [];
  const compare = compareAt(now);
  const entries = new Map(waiting.map((entry) => [entry.conversation, entry]));
  const askedFor = new Map(
    proposals.map(({ staff, conversation }) => [staff, entries.get(conversation)] as const),
  );
  return tombstones.filter((stone) =>
    free.some(({ staff, load, capacity }) => {
      if (!hasRoom(load, capacity, stone.band)) return false;
      const other = askedFor.get(staff);
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
