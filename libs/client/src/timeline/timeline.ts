import type { Entry, TimelinePage } from '@warmline/contracts';
import type { OutgoingMessage } from '../sending/send-queue';

/** What a reader has of one conversation: all of 1..N without a hole, and what arrived too early to show. */
export interface Timeline {
  /** Numbers 1..N in order: entry number n is at index n - 1. */
  readonly entries: readonly Entry[];
  readonly early: ReadonlyMap<number, Entry>;
  /** Newest number known to exist. */
  readonly head: number;
}

/** How far ahead of what is shown entries are kept; what is further away comes with the pages that fill the hole. */
const EARLY_MAX = 1_000;

export const emptyTimeline: Timeline = { entries: [], early: new Map(), head: 0 };

/** True while something is known to exist that cannot be shown yet. */
export const isBehind = ({ entries, head }: Timeline): boolean => entries.length < head;

/** Takes entries in any order, any number of times. Known numbers stand; what follows a hole waits for it to fill. */
export const mergeEntries = (timeline: Timeline, arrived: readonly Entry[]): Timeline => {
  const early = new Map(timeline.early);
  let { head } = timeline;
  for (const entry of arrived) {
    head = Math.max(head, entry.seq);
    const ahead = entry.seq - timeline.entries.length;
    if (ahead > 0 && ahead <= EARLY_MAX) early.set(entry.seq, early.get(entry.seq) ?? entry);
  }
  if (early.size === timeline.early.size) return noticeHead(timeline, head);
  const entries = [...timeline.entries];
  for (let next = early.get(entries.length + 1); next !== undefined; next = early.get(entries.length + 1)) {
    early.delete(next.seq);
    entries.push(next);
  }
  return { entries, early, head };
};

export const noticeHead = (timeline: Timeline, head: number): Timeline =>
  head > timeline.head ? { ...timeline, head } : timeline;

/**
 * Takes the answer to reading after number `after`. A head below what was asked after means the server no longer
 * knows what we show (restored from an older copy): everything is read again from the start.
 */
export const mergePage = (timeline: Timeline, after: number, page: TimelinePage): Timeline => {
  if (page.head < after) return { ...emptyTimeline, head: page.head };
  const merged = noticeHead(mergeEntries(timeline, page.entries), page.head);
  // The page is empty although more was expected: take the head from the server.
  return page.entries.length === 0 && merged.entries.length === after && merged.early.size === 0
    ? { ...merged, head: page.head }
    : merged;
};

export type ThreadItem =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'outgoing'; readonly message: OutgoingMessage };

/** What to show: the timeline, then what is still on its way. A message in both shows once, as its entry. */
export const joinThread = (
  entries: readonly Entry[],
  outgoing: readonly OutgoingMessage[],
): readonly ThreadItem[] => {
  const shown = new Set(outgoing.length === 0 ? [] : entries.map(({ id }) => id));
  return [
    ...entries.map((entry): ThreadItem => ({ kind: 'entry', entry })),
    ...outgoing
      .filter(({ id }) => !shown.has(id))
      .map((message): ThreadItem => ({ kind: 'outgoing', message })),
  ];
};
