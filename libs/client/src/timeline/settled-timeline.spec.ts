import { Signal } from '../signal';
import { entriesFrom } from '../testing/an-entry';
import { settledTimeline } from './settled-timeline';
import { emptyTimeline, type Timeline } from './timeline';

const until = (last: number, head: number): Timeline => ({
  entries: entriesFrom(1, last),
  early: new Map(),
  head,
});

describe('the timeline for drawing', () => {
  it('[MSG4] the timeline is unchanged during a long catch-up, and complete at its end', () => {
    const feed = new Signal<Timeline>(emptyTimeline);
    const settled = settledTimeline(feed, 500);
    const drawn: number[] = [];
    settled.subscribe(({ entries }) => drawn.push(entries.length));
    for (let read = 0; read <= 10_000; read += 200) feed.set(until(read, 10_000));
    expect(settled.get()).toBe(feed.get());
    expect(drawn).toEqual([0, 9_600, 9_800, 10_000]);
  });

  it('[MSG4] tells at once that something is missing, and keeps what was drawn when all is read again', () => {
    const feed = new Signal<Timeline>(until(3, 3));
    const settled = settledTimeline(feed, 500);
    feed.set(until(3, 2_000));
    expect(settled.get()).toMatchObject({ entries: entriesFrom(1, 3), head: 2_000 });
    feed.set({ ...emptyTimeline, head: 1_000 });
    expect(settled.get()).toMatchObject({ entries: entriesFrom(1, 3), head: 1_000 });
    feed.set(until(1_000, 1_000));
    expect(settled.get().entries).toHaveLength(1_000);
  });

  it('shows every entry as it comes in a chat of ordinary length', () => {
    const feed = new Signal<Timeline>(emptyTimeline);
    const settled = settledTimeline(feed, 500);
    feed.set(until(1, 2));
    expect(settled.get()).toBe(feed.get());
  });
});
