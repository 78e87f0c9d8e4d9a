import type { ThreadItem } from '@warmline/client';

/** After this long the time is shown again, and a new group begins, in ms. */
const TIME_EVERY_MS = 5 * 60_000;

export interface Grouped {
  readonly item: ThreadItem;
  /** The first of a row of messages by one speaker. */
  readonly isFirst: boolean;
  /** When it was, where five minutes have passed since the last time shown; null elsewhere. */
  readonly time: number | null;
}

/** Who speaks; null for what happened, and for messages that are not stored yet, which carry their own state. */
const speakerOf = ({ item }: { readonly item: ThreadItem }): string | null => {
  if (item.kind !== 'entry' || item.entry.kind !== 'message') return null;
  return `${item.entry.from} ${item.entry.name}`;
};

/** The thread in groups by speaker, with a time every five minutes: names and times are not on every message. */
export const inGroups = (items: readonly ThreadItem[]): readonly Grouped[] => {
  let shownAt = Number.NEGATIVE_INFINITY;
  let last: string | null = null;
  return items.map((item) => {
    const at = item.kind === 'entry' ? item.entry.at : null;
    const isTimed = at !== null && at - shownAt >= TIME_EVERY_MS;
    if (isTimed) shownAt = at;
    const speaker = speakerOf({ item });
    const isFirst = isTimed || speaker === null || speaker !== last;
    last = speaker;
    return { item, isFirst, time: isTimed ? at : null };
  });
};

/** The newest stored message of this side's: the one place where it says Sent or Seen. */
export const lastOwn = (items: readonly ThreadItem[]): string | null => {
  const own = items.filter(
    (item) => item.kind === 'entry' && item.entry.kind === 'message' && item.entry.from === 'responder',
  );
  const last = own.at(-1);
  return last?.kind === 'entry' ? last.entry.id : null;
};
