import type { Entry, TimelinePage } from '@warmline/contracts';
import type { Outcome } from '../connection/outcome';
import { anEntry, entriesFrom } from '../testing/an-entry';
import { ManualClock } from '../testing/manual-clock';
import { TimelineFeed } from './timeline-feed';

/** A server holding entries 1..head that answers in pages, or with whatever `fault` says. */
const begin = (head: number, pageSize = 200) => {
  const clock = new ManualClock();
  const server = { entries: entriesFrom(1, head), fault: null as Outcome<TimelinePage> | null };
  const asked: number[] = [];
  const feed = new TimelineFeed({
    clock,
    random: () => 0,
    read: async (after) => {
      asked.push(after);
      if (server.fault !== null) return server.fault;
      const entries = server.entries.slice(after, after + pageSize);
      return { kind: 'done', value: { entries, head: server.entries.length } };
    },
  });
  const shown = (): readonly Entry[] => feed.timeline.get().entries;
  return { clock, server, asked, feed, shown };
};

describe('the timeline feed', () => {
  for (const k of [0, 1, 199, 200, 201, 450])
    it(`[MSG4] after number ${k}, resuming yields everything up to the head, page by page`, async () => {
      const page = begin(450);
      page.feed.push(entriesFrom(1, k));
      page.feed.resume();
      await page.clock.advance(0);
      expect(page.shown()).toEqual(entriesFrom(1, 450));
      expect(page.asked[0]).toBe(k);
    });

  it('[MSG4] catches up over 10,000 entries', async () => {
    const page = begin(10_000);
    page.feed.resume();
    for (let turn = 0; turn < 20; turn += 1) await page.clock.advance(0);
    expect(page.shown()).toHaveLength(10_000);
    expect(page.asked).toHaveLength(50);
  });

  it('[MSG4] one past the head, reads everything again', async () => {
    const page = begin(3);
    page.feed.push(entriesFrom(1, 4));
    page.feed.resume();
    await page.clock.advance(0);
    expect(page.shown()).toEqual(entriesFrom(1, 3));
    expect(page.asked).toEqual([4, 0]);
  });

  it('[MSG3] shows nothing behind a hole, and fills it', async () => {
    const page = begin(3);
    page.feed.push([anEntry(1)]);
    page.feed.push([anEntry(3)]);
    expect(page.shown()).toEqual([anEntry(1)]);
    await page.clock.advance(0);
    expect(page.shown()).toEqual(entriesFrom(1, 3));
    expect(page.asked).toEqual([1]);
  });

  it('reads what a view says exists and no push brought', async () => {
    const page = begin(2);
    page.feed.noticeHead(2);
    await page.clock.advance(0);
    expect(page.shown()).toHaveLength(2);
  });

  it('asks nothing while pushes come complete', async () => {
    const page = begin(2);
    page.feed.push([anEntry(1)]);
    page.feed.push([anEntry(2), anEntry(1)]);
    await page.clock.advance(60_000);
    expect(page.asked).toEqual([]);
  });

  it('the feed keeps asking, ever more slowly, while the database cannot be reached', async () => {
    const page = begin(2);
    page.server.fault = { kind: 'refused', refusal: 'unavailable' };
    page.feed.resume();
    await page.clock.advance(60_000);
    expect(page.asked.length).toBeGreaterThan(5);
    expect(page.asked.length).toBeLessThan(40);
    page.server.fault = null;
    await page.clock.advance(5_000);
    expect(page.shown()).toHaveLength(2);
  });

  it('waits for the next resume when refused for good, or when the line is down', async () => {
    const page = begin(2);
    for (const fault of [
      { kind: 'refused', refusal: 'not_found' },
      { kind: 'unknown', why: 'offline' },
    ] as const) {
      const before = page.asked.length;
      page.server.fault = fault;
      page.feed.resume();
      await page.clock.advance(60_000);
      expect(page.asked.length).toBe(before + 1);
    }
  });

  it('does not run in circles when a page is empty although more is said to exist', async () => {
    const page = begin(0);
    page.server.fault = { kind: 'done', value: { entries: [], head: 5 } };
    page.feed.resume();
    await page.clock.advance(10_000);
    expect(page.asked.length).toBeLessThan(12);
  });
});
