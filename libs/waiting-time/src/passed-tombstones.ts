import type { ConversationId, Instant } from '@warmline/kernel';
import { compareAt, type QueueEntry } from '@warmline/routing';
import type { Tombstone } from './tombstone';

/** Somebody who waited, and when a responder was asked for them. */
export interface AskedFor extends QueueEntry {
  readonly at: Instant;
}

export interface LeftTombstone extends Tombstone {
  readonly leftAt: Instant;
}

/**
 * The tombstones whose turn has come, by what was done since: a responder was asked for somebody who comes after them, and
 * so would have been asked for them first. Told from stored facts, so that it does not matter when anybody looks. `asked`:
 * oldest first.
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
