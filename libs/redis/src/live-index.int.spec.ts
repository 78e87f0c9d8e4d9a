import fc from 'fast-check';
import { numbered } from '@warmline/kernel/testing';
import { RedisCorner, stretched } from '@warmline/test-kit';
import { serviceKeys } from './keys';
import {
  LiveIndex,
  PRESENCE_LEASE,
  staffPresence,
  visitorPresence,
  type IndexedConversation,
  type IndexedResponder,
} from './live-index';

let redis: RedisCorner;
let services = 0;
beforeAll(async () => {
  redis = await RedisCorner.open();
});
afterAll(() => redis.close());

/** An empty index of a service nobody else uses. */
const anIndex = () => {
  const keys = serviceKeys(redis.prefix, numbered.service((services += 1)));
  return { index: new LiveIndex(redis.client, keys), keys };
};
const conversation = (number: number, entry: Partial<IndexedConversation> = {}): IndexedConversation => ({
  id: numbered.conversation(number),
  version: 1,
  queued: true,
  band: 3,
  enteredAt: 1_000_000 + number,
  needs: 'en',
  ...entry,
});
const responder = (number: number, entry: Partial<IndexedResponder> = {}): IndexedResponder => ({
  id: numbered.staff(number),
  version: 1,
  askable: true,
  freeSince: 2_000_000 + number,
  load: 0,
  capacity: 2,
  ...entry,
});
type Index = ReturnType<typeof anIndex>['index'];
const present = (index: Index, conversations: readonly number[], staff: readonly number[] = []) =>
  index.renewPresence([
    ...conversations.map((number) => visitorPresence(numbered.conversation(number))),
    ...staff.map((number) => staffPresence(numbered.staff(number))),
  ]);

describe('syncing an entry', () => {
  const histories = fc.array(
    fc.record({
      queued: fc.boolean(),
      band: fc.constantFrom(1 as const, 2 as const, 3 as const),
      needs: fc.constantFrom('en', 'cy'),
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('converges to the newest version, in whatever order and however often the versions arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        async (history, order) => {
          const { index } = anIndex();
          await present(index, [1], [1]);
          const versions = history.map((entry, place) => ({ ...entry, version: place + 1 }));
          const arrivals = [...versions, ...versions]
            .map((entry, place) => ({ entry, at: order[place] ?? 0 }))
            .sort((a, b) => a.at - b.at);
          for (const { entry } of arrivals) {
            await index.syncConversation(conversation(1, entry));
            await index.syncResponder(
              responder(1, { version: entry.version, askable: entry.queued, load: entry.band }),
            );
          }
          const newest = versions.at(-1);
          const { waiting, free } = await index.situation();
          expect(waiting.map(({ band }) => band)).toEqual(newest?.queued === true ? [newest.band] : []);
          expect(free.map(({ load }) => load)).toEqual(newest?.queued === true ? [newest.band] : []);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  it('at the same time from many gateways ends with the newest version', async () => {
    const { index } = anIndex();
    await present(index, [1]);
    const versions = Array.from({ length: 50 }, (_, place) => place + 1);
    await Promise.all(
      versions.map((version) =>
        index.syncConversation(conversation(1, { version, enteredAt: version, queued: version % 2 === 0 })),
      ),
    );
    expect((await index.situation()).waiting).toMatchObject([{ enteredAt: 50 }]);
  });

  it('keeps one entry in one line of one band', async () => {
    const { index, keys } = anIndex();
    await index.syncConversation(conversation(1, { band: 3 }));
    await index.syncConversation(conversation(1, { band: 1, version: 2 }));
    await index.syncConversation(conversation(1, { band: 1, version: 3, needs: 'cy' }));
    expect(await redis.client.sMembers(keys.queues)).toEqual([keys.queue(1, 'cy')]);
    await index.syncConversation(conversation(1, { version: 4, queued: false }));
    expect(await redis.client.exists([keys.queues, keys.queueOf, keys.queue(1, 'cy')])).toBe(0);
  });
});

describe('presence', () => {
  it('presence is a lease: it runs out, an answer renews it, and only an arrival is reported', async () => {
    const { index, keys } = anIndex();
    const [here, gone] = [visitorPresence(numbered.conversation(1)), staffPresence(numbered.staff(1))];
    expect(await index.renewPresence([here, gone])).toBe(true);
    expect(await index.renewPresence([here, gone])).toBe(false);
    await redis.client.zAdd(keys.presence, { score: Date.now() - 1_000, value: gone });
    expect(await index.presentAmong([here, gone])).toEqual(new Set([here]));
    expect(await index.renewPresence([gone])).toBe(true);
    await index.forgetPresence(here);
    expect(await index.presentAmong([here, gone])).toEqual(new Set([gone]));
    const lease = await redis.client.zScore(keys.presence, gone);
    expect(Math.abs((lease ?? 0) - Date.now() - PRESENCE_LEASE)).toBeLessThan(stretched(5_000));
  });

  it('that is long over is forgotten', async () => {
    const { index, keys } = anIndex();
    await redis.client.zAdd(keys.presence, { score: Date.now() - 10 * PRESENCE_LEASE, value: 'v:old' });
    await present(index, [1]);
    expect(await redis.client.zScore(keys.presence, 'v:old')).toBeNull();
  });
});

describe('the situation', () => {
  it('holds those who are present only, by band and then by entry, and responders by how long they are free', async () => {
    const { index } = anIndex();
    for (const [number, band] of [
      [1, 3],
      [2, 3],
      [3, 1],
      [4, 2],
      [5, 3],
    ] as const)
      await index.syncConversation(conversation(number, { band, enteredAt: 100 - number }));
    for (const number of [1, 2, 3])
      await index.syncResponder(responder(number, { freeSince: 10 - number, load: 0.5 }));
    await present(index, [1, 3, 4, 5], [1, 3]);
    const { waiting, free } = await index.situation();
    expect(waiting.map((entry) => entry.conversation)).toEqual([3, 4, 5, 1].map(numbered.conversation));
    expect(free.map(({ staff }) => staff)).toEqual([3, 1].map(numbered.staff));
    expect(free[0]).toEqual({ staff: numbered.staff(3), freeSince: 7, load: 0.5, capacity: 2 });
  });

  it.each([1_500, 5_000])('finds who is present behind %d who are away', async (away) => {
    const { index, keys } = anIndex();
    const crowd = Array.from({ length: away }, (_, number) => number);
    await redis.client.zAdd(
      keys.queue(3, 'en'),
      crowd.map((number) => ({ score: number, value: numbered.conversation(number) })),
    );
    await redis.client.zAdd(
      keys.free,
      crowd.map((number) => ({ score: number, value: numbered.staff(number) })),
    );
    const late = [away + 2, away + 1];
    for (const number of late) {
      await index.syncConversation(conversation(number, { enteredAt: number }));
      await index.syncResponder(responder(number, { freeSince: number }));
    }
    await present(index, late, late);
    const { waiting, free } = await index.situation();
    expect(waiting.map((entry) => entry.conversation)).toEqual(
      [away + 1, away + 2].map(numbered.conversation),
    );
    expect(free.map(({ staff }) => staff)).toEqual([away + 1, away + 2].map(numbered.staff));
  });

  it('[RTE2] hides nobody behind a line that nobody can be asked for, however long that is', async () => {
    const { index, keys } = anIndex();
    const crowd = Array.from({ length: 3_000 }, (_, number) => number);
    await redis.client.zAdd(
      keys.queue(3, 'cy'),
      crowd.map((number) => ({ score: number, value: numbered.conversation(number) })),
    );
    await redis.client.sAdd(keys.queues, keys.queue(3, 'cy'));
    await index.syncConversation(conversation(4_000));
    await index.syncResponder(responder(1));
    await present(index, [...crowd, 4_000], [1]);
    const { waiting } = await index.situation();
    expect(waiting.at(-1)?.conversation).toBe(numbered.conversation(4_000));
    // As many of the others as one responder could be asked for, and a few more.
    expect(waiting).toHaveLength(22);
  });

  it('is bounded: the heads of a long queue, in order', async () => {
    const { index, keys } = anIndex();
    const crowd = Array.from({ length: 600 }, (_, number) => number);
    await redis.client.zAdd(
      keys.queue(3, 'en'),
      crowd.map((number) => ({ score: number, value: numbered.conversation(number) })),
    );
    await redis.client.sAdd(keys.queues, keys.queue(3, 'en'));
    await present(index, crowd);
    const { waiting } = await index.situation({ wide: true });
    expect(waiting.map((entry) => entry.conversation)).toEqual(
      crowd.slice(0, 200).map(numbered.conversation),
    );
  });

  it('of one service knows nothing of another', async () => {
    const [one, other] = [anIndex(), anIndex()];
    await one.index.syncConversation(conversation(1));
    await present(one.index, [1]);
    await present(other.index, [1]);
    expect((await other.index.situation()).waiting).toEqual([]);
    await one.index.beginRebuild('first');
    expect(await one.index.finishRebuild('first', 0)).toBe(1);
    expect(await one.index.state()).toEqual({ generation: 'first', position: 1 });
    expect(await other.index.state()).toEqual({ generation: null, position: 0 });
  });
});

describe('a Redis that forgot its scripts', () => {
  it('is sent them whole, once', async () => {
    const { index } = anIndex();
    await redis.client.scriptFlush();
    await index.syncConversation(conversation(1));
    await present(index, [1]);
    expect((await index.situation()).waiting).toHaveLength(1);
  });
});
