import { Signal, type ReadableSignal } from '../signal';
import type { Timeline } from './timeline';

/**
 * The timeline for a page that draws the newest `most` entries. While more than `most` are still to come, it keeps
 * the entries already drawn: later pages would push out anything added now. The head is always the feed's.
 */
export const settledTimeline = (
  timeline: ReadableSignal<Timeline>,
  most: number,
): ReadableSignal<Timeline> => {
  const settled = new Signal(timeline.get());
  timeline.subscribe((now) => {
    const { entries, early, head } = settled.get();
    if (now.head - now.entries.length <= most) settled.set(now);
    else if (now.head !== head) settled.set({ entries, early, head: now.head });
  });
  return settled;
};
