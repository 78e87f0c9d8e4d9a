import type { ConversationId, Instant } from '@warmline/kernel';
import { compareAt, type QueueEntry } from '@warmline/routing';
import type { Tombstone } from './tombstone';

/** A visitor who waited, and when a responder was asked for them. */
export interface AskedFor extends QueueEntry {
  readonly at: Instant;
}

export interface LeftTombstone extends Tombstone {
  readonly leftAt: Instant;
}

/**
 * The tombstones whose turn has come since. A responder was asked for a later visitor, so the visitor who left would have
 * been first. The answer comes from stored facts, so the time of the call does not matter. `asked`: oldest first.
 */
export const passedTombstones = (
  stones: readonly LeftTombstone[],
  asked: readonly AskedFor[],
): ReadonlyMap<ConversationId, Instant> => {
  const passed = new Map<ConversationId, Instant>();
  for (const stone of stones) {
    const after = asked.find(({ at, ...other }) => at >= stone.leftAt && compareAt(at)(stone, other) < 0);
    if (after !== undefined) passed.set(stone.conversation, after.at);
  }
  return passed;
};
