import { Signal, type ReadableSignal } from '../signal';
import type { Timeline } from './timeline';

/**
 * The timeline for a page that draws the newest `most` entries: while more than that are still to come, what was drawn
 * before stands, since whatever a page of entries would add now is gone again with the next ones. The head is the
 * feed's at any time.
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
