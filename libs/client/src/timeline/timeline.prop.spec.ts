import fc from 'fast-check';
import type { Entry } from '@warmline/contracts';
import { anEntry, entriesFrom } from '../testing/an-entry';
import { emptyTimeline, joinThread, mergeEntries, mergePage, type Timeline } from './timeline';

const seed = 20_260;
const arrivals = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }), { maxLength: 20 });

const longestPrefix = (numbers: ReadonlySet<number>): number => {
  let last = 0;
  while (numbers.has(last + 1)) last += 1;
  return last;
};
const merged = (batches: readonly (readonly number[])[]): Timeline =>
  batches.reduce<Timeline>(
    (timeline, batch) =>
      mergeEntries(
        timeline,
        batch.map((seq) => anEntry(seq)),
      ),
    emptyTimeline,
  );

describe('a timeline as it is shown', () => {
  it('[MSG3] is always 1..k without a hole, whatever arrives in whatever order', () => {
    fc.assert(
      fc.property(arrivals, (batches) => {
        const timeline = merged(batches);
        const known = new Set(batches.flat());
        expect(timeline.entries).toEqual(entriesFrom(1, longestPrefix(known)));
        expect(timeline.head).toBe(Math.max(0, ...known));
      }),
      { seed },
    );
  });

  it('[MSG4] a timeline is complete after a read, with or without pushes during it', () => {
    fc.assert(
      fc.property(arrivals, arrivals, (before, pushes) => {
        const timeline = merged(before);
        const after = timeline.entries.length;
        const pushed = pushes.reduce<Timeline>(
          (state, batch) =>
            mergeEntries(
              state,
              batch.map((seq) => anEntry(seq)),
            ),
          timeline,
        );
        const page = { entries: entriesFrom(after + 1, 30), head: 30 };
        expect(mergePage(pushed, after, page).entries).toEqual(entriesFrom(1, 30));
      }),
      { seed },
    );
  });

  it('keeps what it showed first when a number comes twice', () => {
    const first: Entry = anEntry(1);
    const shown = mergeEntries(emptyTimeline, [first]);
    expect(mergeEntries(shown, [anEntry(1, 'another')]).entries).toEqual([first]);
  });

  it('[MSG4] starts over when the server knows less than was shown', () => {
    const shown = mergeEntries(emptyTimeline, entriesFrom(1, 5));
    expect(mergePage(shown, 5, { entries: [], head: 3 })).toEqual({ ...emptyTimeline, head: 3 });
  });

  it('does not start over for a push that overtook the answer', () => {
    const shown = mergeEntries(emptyTimeline, entriesFrom(1, 6));
    expect(mergePage(shown, 5, { entries: [], head: 5 }).entries).toHaveLength(6);
  });

  it('[MSG1] shows a message once, whether on its way, acknowledged or in the timeline', () => {
    const sent = { id: 'id-2', body: 'text 2', status: { name: 'sent', seq: 2, at: 1 } } as const;
    const waiting = { id: 'id-9', body: 'later', status: { name: 'sending' } } as const;
    expect(joinThread(entriesFrom(1, 1), [sent, waiting])).toHaveLength(3);
    expect(joinThread(entriesFrom(1, 2), [sent, waiting]).map((item) => item.kind)).toEqual([
      'entry',
      'entry',
      'outgoing',
    ]);
  });
});
