import * as fc from 'fast-check';
import { updatedLiveView } from '@warmline/client';
import { liveViewUpdateSchema, type LiveView } from '@warmline/contracts';
import { staffSamples } from '@warmline/contracts/testing';
import { liveViewUpdates, type LoadedLiveView } from './live-view-updates';

/** The most that one push may be (bytes). */
const PUSH_BYTES = 60_000;

const board = staffSamples['live_view:open'].reply;

const id = (list: number, row: number): string =>
  `0000000${list}-0000-4000-8000-${String(row).padStart(12, '0')}`;

const [aWaiting, aPerson, aRunning] = [board.waiting[0], board.people[0], board.conversations[0]];
if (aWaiting === undefined || aPerson === undefined || aRunning === undefined)
  throw new Error('the sample has a row of each list');

const lists = {
  waiting: (rows: readonly (readonly [number, number])[]) =>
    rows.map(([row, messages]) => ({ ...aWaiting, conversationId: id(1, row), messages })),
  people: (rows: readonly (readonly [number, number])[]) =>
    rows.map(([row, open]) => ({ ...aPerson, id: id(2, row), open })),
  conversations: (rows: readonly (readonly [number, number])[]) =>
    rows.map(([row, head]) => ({ ...aRunning, conversationId: id(3, row), head })),
};

const rows = fc.uniqueArray(fc.tuple(fc.nat(20), fc.nat(2)), { selector: ([row]) => row, maxLength: 20 });

const views: fc.Arbitrary<LoadedLiveView> = fc
  .record({ waiting: rows, people: rows, conversations: rows, unreadable: fc.nat(2), hasFlood: fc.boolean() })
  .map(({ waiting, people, conversations, unreadable, hasFlood }) => ({
    now: board.now,
    unreadable,
    waiting: lists.waiting(waiting),
    people: lists.people(people),
    conversations: lists.conversations(conversations),
    handovers: [],
    floods: hasFlood ? board.floods : [],
  }));

const shownAfter = (before: LiveView, after: LoadedLiveView): LiveView =>
  liveViewUpdates(before, after).reduce<LiveView>((view, update) => {
    const next = updatedLiveView(view, liveViewUpdateSchema.parse(update));
    if (next === null) throw new Error('an update does not go on from the one before');
    return next;
  }, before);

const crowd = Array.from({ length: 200 }, (_, row) => [row, 0] as const);
const busy: LoadedLiveView = {
  ...board,
  waiting: lists.waiting(crowd),
  people: lists.people(crowd),
  conversations: lists.conversations(crowd),
};
const sizes = (before: LiveView, after: LoadedLiveView): number[] =>
  liveViewUpdates(before, after).map((update) => Buffer.byteLength(JSON.stringify(update)));

describe('updates of the live view', () => {
  it('make any view into any other', () => {
    fc.assert(
      fc.property(views, views, fc.nat(), (before, after, version) => {
        const { version: _version, ...shown } = shownAfter({ version, ...before }, after);
        expect(shown).toEqual({ ...after, now: expect.any(Number) });
      }),
    );
  });

  it('fit only onto the version before them, and change nothing twice', () => {
    const before = { ...busy, version: 4 };
    const [update] = liveViewUpdates(before, { ...busy, waiting: busy.waiting.slice(1) });
    if (update === undefined) throw new Error('a visitor has left');
    const after = updatedLiveView(before, update);
    expect(after?.waiting).toHaveLength(199);
    expect(after === null ? null : updatedLiveView(after, update)).toBe(after);
    expect(updatedLiveView({ ...before, version: 3 }, update)).toBeNull();
  });

  it('P15: nothing is pushed while nothing has changed', () => {
    expect(liveViewUpdates({ ...busy, version: 1 }, { ...busy, now: busy.now + 60_000 })).toEqual([]);
  });

  it('P15: at 200 waiting and 200 people no push is over 60 KB, even if every row is new or the order turns round', () => {
    const nobody = { ...busy, version: 1, waiting: [], people: [], conversations: [] };
    const turned = { ...busy, waiting: [...busy.waiting].reverse() };
    const everyone = sizes(nobody, busy);
    expect(everyone.length).toBeGreaterThan(1);
    expect(Math.max(...everyone, ...sizes({ ...busy, version: 1 }, turned))).toBeLessThanOrEqual(PUSH_BYTES);
  });

  it('P15: one message among 200 conversations is a push of under 2 KB', () => {
    const [first, ...others] = busy.conversations;
    if (first === undefined) throw new Error('there are 200');
    const after = { ...busy, conversations: [{ ...first, head: first.head + 1 }, ...others] };
    expect(sizes({ ...busy, version: 1 }, after)[0]).toBeLessThan(2_000);
  });
});
