import { numbered } from '@warmline/kernel/testing';
import { RedisCorner } from '@warmline/test-kit';
import { serviceKeys } from './keys';
import { LiveIndex, staffPresence, visitorPresence, type IndexedConversation } from './live-index';

let redis: RedisCorner;
let services = 0;
beforeAll(async () => {
  redis = await RedisCorner.open();
});
afterAll(() => redis.close());

const anIndex = () => ({
  index: new LiveIndex(redis.client, serviceKeys(redis.prefix, numbered.service((services += 1)))),
});
const aConversation = (number: number, entry: Partial<IndexedConversation> = {}): IndexedConversation => ({
  id: numbered.conversation(number),
  version: 1,
  queued: true,
  band: 3,
  enteredAt: number,
  needs: 'en',
  ...entry,
});
const present = (index: LiveIndex, ...numbers: number[]): Promise<boolean> =>
  index.renewPresence([
    staffPresence(numbered.staff(1)),
    ...numbers.map((number) => visitorPresence(numbered.conversation(number))),
  ]);

describe('rebuilding the index', () => {
  it('[MSG7] leaves nothing of before, and is whole only when it is finished', async () => {
    const { index } = anIndex();
    await index.syncConversation(aConversation(1));
    await index.syncResponder({
      id: numbered.staff(1),
      version: 1,
      askable: true,
      freeSince: 1,
      load: 0,
      capacity: 2,
    });
    await present(index, 1, 2);
    await index.beginRebuild('second');
    await index.syncConversation(aConversation(2));
    expect(await index.situation()).toMatchObject({
      state: { generation: null },
      waiting: [{ conversation: numbered.conversation(2) }],
      free: [],
    });
    expect(await index.finishRebuild('second', 41)).toBe(42);
    expect((await index.situation()).state).toEqual({ generation: 'second', position: 42 });
  });

  it('[MSG7] by two at once is finished by the one who began last', async () => {
    const { index } = anIndex();
    await index.beginRebuild('one');
    await index.beginRebuild('other');
    expect(await index.finishRebuild('one', 0)).toBeNull();
    expect((await index.state()).generation).toBeNull();
    expect(await index.finishRebuild('other', 0)).toBe(1);
  });

  it('[MSG7] keeps what is newer than the builder read', async () => {
    const { index } = anIndex();
    await present(index, 1);
    await index.beginRebuild('anew');
    await index.syncConversation(aConversation(1, { version: 5, band: 1 }));
    await index.syncConversation(aConversation(1, { version: 4, band: 3 }));
    expect((await index.situation()).waiting).toMatchObject([{ band: 1 }]);
  });

  it('[MSG7] a position that Postgres has already seen asks for a rebuild: an older index was restored', async () => {
    const { index } = anIndex();
    await index.beginRebuild('first');
    await index.finishRebuild('first', 6);
    expect(await index.advance(7)).toBe(8);
    expect(await index.advance(7)).toBe(9);
    expect(await index.advance(20)).toBeNull();
    expect((await index.state()).generation).toBeNull();
  });
});
