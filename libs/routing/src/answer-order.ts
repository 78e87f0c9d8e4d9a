import TinyQueue from 'tinyqueue';
import { elapsed, MINUTE, type ConversationId, type Instant } from '@warmline/kernel';
import { SILENT_TARGETS, TARGET_MINUTES, type Band } from '@warmline/vocabulary';
import type { Hold } from './hold';

/** A standard visitor past this many targets joins band 2's tier. */
const CAP_TARGETS = 2;

export interface QueueEntry {
  readonly conversation: ConversationId;
  readonly band: Band;
  /** Entry into the queue; kept through every requeue. */
  readonly enteredAt: Instant;
  /** Primary tag of a language the service offers, which the responder must speak; null or absent: any. */
  readonly language?: string | null;
  /** Skills the visitor wishes for; let go after a while. */
  readonly wants?: readonly string[];
  /** What the visitor has written of so far, by the service's word list. */
  readonly topics?: readonly string[];
  /** Null or absent for nearly everyone. */
  readonly hold?: Hold | null;
}

/** The band in whose order an entry waits: of band 1, an unseen visitor waits as a standard one, an unproven one as band 2. */
export const orderBandOf = ({ band, hold }: QueueEntry): Band => {
  if (hold === 'unseen') return 3;
  return hold === 'unproven' ? 2 : band;
};

/** Band 1, and no machine as far as we know: answered before all others, and supervisors are called if nobody has room. */
export const isAnsweredFirst = (entry: QueueEntry): boolean => orderBandOf(entry) === 1;

/** Strict level above priorities; 0 is answered first. */
export type Tier = 0 | 1 | 2;

export interface Rank {
  readonly tier: Tier;
  /** Accumulated waiting divided by target (unitless, grows with time). */
  readonly priority: number;
}

/**
 * The rank of an entry at `now`: tier and priority by the formula of docs/spec/routing.md#order. Computed on read, never stored.
 * Whole milliseconds are divided once, last, so that equal shares of a target are equal numbers and the older goes first.
 */
export const rankOf = (entry: QueueEntry, now: Instant): Rank => {
  const band = orderBandOf(entry);
  const target = TARGET_MINUTES[band] * MINUTE;
  const waited = elapsed(entry.enteredAt, now);
  const behind = entry.hold === 'silent' ? SILENT_TARGETS * target : 0;
  if (band === 1) return { tier: 0, priority: (waited - behind) / target };
  if (band === 2) return { tier: 1, priority: waited / target };
  const pastCap = waited - CAP_TARGETS * target;
  return pastCap > 0 ? { tier: 1, priority: pastCap / target } : { tier: 2, priority: waited / target };
};

/** The first difference that is not zero decides. */
export const firstDifference = (...differences: readonly number[]): number =>
  differences.find((difference) => difference !== 0) ?? 0;

/** Negative when `left` comes first in plain code-unit order. */
export const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

interface Ranked<Entry> {
  readonly entry: Entry;
  readonly rank: Rank;
}

const compare = (left: Ranked<QueueEntry>, right: Ranked<QueueEntry>): number => {
  const [a, b] = [left.rank, right.rank];
  if (a.tier !== b.tier) return a.tier - b.tier;
  if (a.priority !== b.priority) return b.priority - a.priority;
  const [here, there] = [left.entry, right.entry];
  if (here.enteredAt !== there.enteredAt) return here.enteredAt - there.enteredAt;
  return byText(here.conversation, there.conversation);
};

const ranked = <Entry extends QueueEntry>(entries: readonly Entry[], now: Instant): Ranked<Entry>[] =>
  entries.map((entry) => ({ entry, rank: rankOf(entry, now) }));

/** The total answer order at `now`: min by (tier, -priority, entered_at, id). Negative when `left` goes first. */
export const compareAt =
  (now: Instant) =>
  (left: QueueEntry, right: QueueEntry): number =>
    compare({ entry: left, rank: rankOf(left, now) }, { entry: right, rank: rankOf(right, now) });

/** A new array in answer order. */
export const inAnswerOrder = <Entry extends QueueEntry>(entries: readonly Entry[], now: Instant): Entry[] =>
  ranked(entries, now)
    .sort(compare)
    .map(({ entry }) => entry);

/**
 * The same order, one by one: for a caller that needs the first few of very many. Ranks are computed once, and only the
 * entries taken are sorted.
 */
export function* answerOrder<Entry extends QueueEntry>(
  entries: readonly Entry[],
  now: Instant,
): Generator<Entry, void, undefined> {
  const queue = new TinyQueue(ranked(entries, now), compare);
  for (let first = queue.pop(); first !== undefined; first = queue.pop()) yield first.entry;
}
