import { elapsed, MINUTE, type ConversationId, type Instant } from '@warmline/kernel';
import type { Band } from './band';

/** Minutes within which each band should be answered: T in the order's formula (routing.md, Order). */
export const TARGET_MINUTES: Record<Band, number> = { 1: 1, 2: 3, 3: 10 };

/** A standard visitor past this many targets joins band 2's tier. */
const CAP_TARGETS = 2;

export interface QueueEntry {
  readonly conversation: ConversationId;
  readonly band: Band;
  /** Entry into the queue; kept through every requeue. */
  readonly enteredAt: Instant;
}

/** Strict level above priorities; 0 is answered first. */
export type Tier = 0 | 1 | 2;

export interface Standing {
  readonly tier: Tier;
  /** Accumulated waiting divided by target (unitless, grows with time). */
  readonly priority: number;
}

/**
 * Where an entry stands at `now`: tier and priority by the formula of routing.md. Computed on read, never stored.
 * Whole milliseconds are divided once, last, so that equal shares of a target are equal numbers and the older goes first.
 */
export const standing = (entry: QueueEntry, now: Instant): Standing => {
  const target = TARGET_MINUTES[entry.band] * MINUTE;
  const waited = elapsed(entry.enteredAt, now);
  if (entry.band === 1) return { tier: 0, priority: waited / target };
  if (entry.band === 2) return { tier: 1, priority: waited / target };
  const pastCap = waited - CAP_TARGETS * target;
  return pastCap > 0 ? { tier: 1, priority: pastCap / target } : { tier: 2, priority: waited / target };
};

/** The first difference that is not zero decides. */
export const firstDifference = (...differences: readonly number[]): number =>
  differences.find((difference) => difference !== 0) ?? 0;

/** Negative when `left` comes first in plain code-unit order. */
export const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** The total answer order at `now`: min by (tier, -priority, entered_at, id). Negative when `left` goes first. */
export const compareAt =
  (now: Instant) =>
  (left: QueueEntry, right: QueueEntry): number => {
    const [a, b] = [standing(left, now), standing(right, now)];
    return firstDifference(
      a.tier - b.tier,
      b.priority - a.priority,
      left.enteredAt - right.enteredAt,
      byText(left.conversation, right.conversation),
    );
  };

/** A new array in answer order. */
export const inAnswerOrder = <Entry extends QueueEntry>(entries: readonly Entry[], now: Instant): Entry[] =>
  [...entries].sort(compareAt(now));
