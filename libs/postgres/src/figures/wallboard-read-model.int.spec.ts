import type { ConversationId } from '@warmline/kernel';
import { Scene, type Held } from '@warmline/test-kit';
import type { StoredContact } from './contact-rows';
import { WallboardReadModel } from './wallboard-read-model';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let scene: Scene;
beforeEach(async () => {
  scene = await Scene.open();
});
afterEach(() => scene.close());

const read = (span = HOUR) =>
  new WallboardReadModel(scene.database.opened).loadWallboard(scene.service, span);

/** Moves everything that is known of a conversation so many minutes back. */
const ago = async (conversation: ConversationId, minutes: number): Promise<void> => {
  for (const change of [
    'conversation set entered_at = entered_at - $2::interval, waiting_since = waiting_since - $2::interval, ended_at = ended_at - $2::interval where id',
    'holding set began_at = began_at - $2::interval, ended_at = ended_at - $2::interval, wrapped_up_at = wrapped_up_at - $2::interval where conversation_id',
    'timeline_entry set at = at - $2::interval where conversation_id',
  ])
    await scene.database.sql(`update ${change} = $1`, [conversation, `${minutes} minutes`]);
};

const says = (role: 'visitor' | 'responder', { conversation, epoch, staff }: Held) =>
  scene.database.sql(
    `select * from append_messages(array[$1]::uuid[], array[gen_random_uuid()], array[$2], array[$3]::uuid[],
       array[$4]::integer[], array['\\x00']::bytea[])`,
    role === 'visitor' ? [conversation, role, null, null] : [conversation, role, staff, epoch],
  );

const known = ({ band, wrote, ...times }: StoredContact) => ({
  band,
  wrote,
  ...Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time !== null])),
});

describe('a contact as it is read', () => {
  const nothing = {
    band: 3,
    wrote: false,
    enteredAt: true,
    waitingSince: false,
    acceptedAt: false,
    answeredAt: false,
    leftAt: false,
    endedAt: false,
  };

  it('waits', async () => {
    await scene.waiting({ band: 2 });
    const { contacts } = await read();
    expect(contacts.map(known)).toEqual([{ ...nothing, band: 2, waitingSince: true }]);
  });

  it('is accepted, and answered only by a word of a responder: the first of them', async () => {
    const held = await scene.held((await scene.person()).id);
    await says('visitor', held);
    expect((await read()).contacts.map(known)).toEqual([{ ...nothing, wrote: true, acceptedAt: true }]);
    await says('responder', held);
    const [first] = (await read()).contacts;
    await says('responder', held);
    const [later] = (await read()).contacts;
    expect(first?.answeredAt).not.toBeNull();
    expect(later?.answeredAt).toBe(first?.answeredAt);
  });

  it('left, when it ended in the queue: before the first holding, and after one that was lost', async () => {
    const never = await scene.waiting();
    await scene.ended(never);
    const held = await scene.held((await scene.person()).id);
    await says('responder', held);
    await scene.lost(held);
    await scene.ended(held.conversation);
    const talked = await scene.held((await scene.person()).id);
    await scene.ended(talked.conversation);
    const { contacts } = await read();
    expect(contacts.map(known)).toEqual(
      expect.arrayContaining([
        { ...nothing, leftAt: true, endedAt: true },
        { ...nothing, band: 2, acceptedAt: true, answeredAt: true, leftAt: true, endedAt: true },
        { ...nothing, acceptedAt: true, endedAt: true },
      ]),
    );
  });

  it('is read while it is open, however old, and once it has ended only for the span', async () => {
    const old = await scene.waiting();
    await ago(old, 600);
    const ended = await scene.waiting();
    await scene.ended(ended);
    await ago(ended, 61);
    expect((await read()).contacts).toHaveLength(1);
    expect((await read(2 * HOUR)).contacts).toHaveLength(2);
  });

  it('belongs to its service only', async () => {
    const elsewhere = await Scene.elsewhere(scene.database);
    await elsewhere.waiting();
    await elsewhere.person({ availability: 'available' });
    const { contacts, capacities } = await read();
    expect([contacts, capacities]).toEqual([[], []]);
  });
});

describe('load and capacity over time', () => {
  it('is one unit of a standard conversation, two of band 1, and a half until it is wrapped up', async () => {
    const { id } = await scene.person();
    await scene.held(id);
    await scene.held(id, await scene.waiting({ band: 1 }));
    const done = await scene.held(id);
    await scene.ended(done.conversation);
    const { loads } = await read();
    expect(new Set(loads.map(({ responder }) => responder))).toEqual(new Set([id]));
    const units = loads.map((span) => [span.units, span.to === null]);
    expect(units).toHaveLength(4);
    expect(units).toEqual(
      expect.arrayContaining([
        [1, true],
        [2, true],
        [1, false],
        [0.5, true],
      ]),
    );
  });

  it('counts while a person is available, however that was changed', async () => {
    const { id } = await scene.person({ capacity: 2 });
    expect((await read()).capacities).toEqual([]);
    await scene.database.sql(`update staff set availability = 'available' where id = $1`, [id]);
    await scene.database.sql(`update staff set version = version + 1 where id = $1`, [id]);
    await scene.database.sql(`update staff set capacity = 3 where id = $1`, [id]);
    await scene.database.sql(`update staff set availability = 'away' where id = $1`, [id]);
    const { capacities } = await read();
    const inOrder = [...capacities].sort((left, right) => left.from - right.from);
    expect(inOrder.map(({ units, to }) => [units, to !== null])).toEqual([
      [2, true],
      [3, true],
    ]);
    expect(inOrder[0]?.to).toBe(inOrder[1]?.from);
  });
});

describe('what was promised, and who was turned away', () => {
  it('is read in ms, for the span, and only where something was promised', async () => {
    const { service, database } = scene;
    const outcome = async (bound: number | null, minutesAgo: number) => {
      const conversation = await scene.waiting();
      await database.sql(
        `insert into wait_outcome (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
         values ($1, now(), $2, 3, 4, $3, 6, false, now() - $4::interval)`,
        [conversation, service, bound, `${minutesAgo} minutes`],
      );
    };
    await outcome(5, 1);
    await outcome(null, 1);
    await outcome(5, 61);
    expect((await read()).promises).toEqual([{ bound: 5 * MINUTE, trueWait: 6 * MINUTE }]);
  });

  it('counts everyone who was not queued in the span', async () => {
    for (const [minutes, contacts] of [
      [1, 3],
      [5, 2],
      [90, 8],
    ])
      await scene.database.sql(
        `insert into turned_away values ($1, date_trunc('minute', now() - $2::interval), 'closed', 0, $3)`,
        [scene.service, `${minutes} minutes`, contacts],
      );
    expect((await read()).turnedAway).toBe(5);
  });
});
