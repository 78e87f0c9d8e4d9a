import { randomUUID } from 'node:crypto';
import type { ConversationId } from '@warmline/kernel';
import { Scene, type Band } from '@warmline/test-kit';
import { OutageStore } from './outage-store';
import { ReservedPlaceStore } from './reserved-place-store';

let scene: Scene;
let holds: ReservedPlaceStore;
beforeAll(async () => {
  scene = await Scene.open();
  holds = new ReservedPlaceStore(scene.database.opened, new OutageStore(scene.database.opened));
});
beforeEach(() => beatingFor('1 day'));
afterEach(async () => {
  await scene.database.sql(`update conversation set state = 'ended' where state <> 'ended'`);
  await holds.forgetEnded();
});
afterAll(() => scene.close());

/** One gateway, beating without a gap for so long. */
const beatingFor = async (since: string): Promise<void> => {
  await scene.database.sql('delete from gateway_heartbeat');
  await scene.database.sql(
    `insert into gateway_heartbeat (gateway, since, at)
     values ($1, clock_timestamp() - $2::interval, clock_timestamp())`,
    [randomUUID(), since],
  );
};

/** Entered the queue hours ago, and was last seen so long ago. */
const seenAgo = async (conversation: ConversationId, ago: string): Promise<ConversationId> => {
  await scene.database.sql(
    `update conversation set entered_at = clock_timestamp() - interval '5 hours' where id = $1`,
    [conversation],
  );
  await holds.recordSeen([conversation]);
  await scene.database.sql(
    'update visitor_presence set at = clock_timestamp() - $2::interval where conversation_id = $1',
    [conversation, ago],
  );
  return conversation;
};
const waitingSeenAgo = async (band: Band, ago: string): Promise<ConversationId> =>
  seenAgo(await scene.waiting({ band }), ago);
const talkingSeenAgo = async (band: Band, ago: string): Promise<ConversationId> => {
  const conversation = await scene.waiting({ band });
  await scene.held((await scene.person()).id, conversation);
  return seenAgo(conversation, ago);
};
const found = async (): Promise<string[]> =>
  (await holds.findExpiredPlaces(scene.service, 20)).map(({ conversation }) => conversation);

describe('the place of a visitor whose page is away', () => {
  it.each([
    [3, '29 min', '32 min'],
    [2, '59 min', '62 min'],
    [1, '4 min', '7 min'],
  ] as const)(
    '[ASG6] is kept while waiting in band %d for %s, and is over after %s',
    async (band, kept, over) => {
      await waitingSeenAgo(band, kept);
      const left = await waitingSeenAgo(band, over);
      expect(await found()).toEqual([left]);
    },
  );

  it.each([
    ['wrote a word', 'visitor_messages = 1'],
    ['was there for half a minute', 'page_seen_at = clock_timestamp()'],
  ])('[ASG6] [SEC5] is kept in band 1 for an hour for a visitor who %s', async (_, set) => {
    const kept = await waitingSeenAgo(1, '59 min');
    const over = await waitingSeenAgo(1, '62 min');
    await scene.database.sql(`update conversation set ${set} where id = any ($1::uuid[])`, [[kept, over]]);
    expect(await found()).toEqual([over]);
  });

  it('[ASG6] is kept in a conversation for half an hour, in band 1 until a person decides', async () => {
    await talkingSeenAgo(3, '29 min');
    await talkingSeenAgo(1, '10 hours');
    const left = await talkingSeenAgo(2, '32 min');
    expect(await holds.findExpiredPlaces(scene.service, 20)).toEqual([
      { conversation: left, state: 'talking', epoch: 1 },
    ]);
  });

  it('[SAF2] is kept for an hour for who waits in danger, also in band 3', async () => {
    const [kept, over] = [await waitingSeenAgo(3, '59 min'), await waitingSeenAgo(3, '62 min')];
    await scene.database.sql(
      `update conversation set safety_answer = 'not_safe_now' where id = any ($1::uuid[])`,
      [[kept, over]],
    );
    expect(await found()).toEqual([over]);
  });

  it('[ASG6] counts from entry for who was never seen again', async () => {
    const conversation = await scene.waiting();
    expect(await found()).toEqual([]);
    await scene.database.sql(
      `update conversation set entered_at = clock_timestamp() - interval '32 min' where id = $1`,
      [conversation],
    );
    expect(await found()).toEqual([conversation]);
  });

  it('[ASG5] does not run out in our own outage, since no gateway could see the visitor', async () => {
    const left = await waitingSeenAgo(3, '5 hours');
    await beatingFor('20 min');
    expect(await found()).toEqual([]);
    await scene.database.sql('delete from gateway_heartbeat');
    expect(await found()).toEqual([]);
    await beatingFor('32 min');
    expect(await found()).toEqual([left]);
  });

  it('is written at most once a minute, and forgotten with the end', async () => {
    const conversation = await scene.waiting();
    const at = () =>
      scene.database.one('select at from visitor_presence where conversation_id = $1', [conversation]);
    await holds.recordSeen([conversation]);
    const first = await at();
    await holds.recordSeen([conversation, conversation]);
    expect(await at()).toEqual(first);
    await scene.database.sql(`update visitor_presence set at = at - interval '61 s'`);
    await holds.recordSeen([conversation]);
    expect(await at()).not.toEqual(first);
    await scene.ended(conversation);
    await holds.forgetEnded();
    await holds.recordSeen([conversation]);
    expect(await scene.database.count('visitor_presence')).toBe(0);
  });
});
