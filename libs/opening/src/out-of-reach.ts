import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';

/** Visitors who will not be reached before closing are told at least this long before it (ms). */
export const TOLD_BEFORE_CLOSING = 15 * MINUTE;

/** A waiting visitor with their U80 (ms); null while nothing can be said. */
export interface AwaitedEntry {
  readonly band: Band;
  readonly bound: number | null;
}

/**
 * Who is told now that they will not be reached before closing: standard visitors whose bound passes it. Who has not been
 * told a quarter of an hour before closing is answered, however late it gets; band 1 and 2 are never turned away.
 */
export const outOfReach = <Entry extends AwaitedEntry>(
  waiting: readonly Entry[],
  closesAt: Instant | null,
  now: Instant,
): Entry[] => {
  if (closesAt === null || elapsed(now, closesAt) < TOLD_BEFORE_CLOSING) return [];
  return waiting.filter(({ band, bound }) => band === 3 && bound !== null && later(now, bound) > closesAt);
};
