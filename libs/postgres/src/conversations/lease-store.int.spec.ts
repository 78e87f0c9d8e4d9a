import { v7 as uuid } from 'uuid';
import { sessionId } from '@warmline/kernel';
import { Scene } from '@warmline/test-kit';
import { beginSession } from '../testing/fact-fixture';
import { HOLDING_LEASE, LeaseStore } from './lease-store';

let scene: Scene;
let leases: LeaseStore;
beforeAll(async () => {
  scene = await Scene.open();
  leases = new LeaseStore(scene.database.opened);
});
afterAll(() => scene.close());

const runOut = (conversation: string): Promise<unknown> =>
  scene.database.sql(
    `update holding set lease_until = clock_timestamp() - interval '1 ms' where conversation_id = $1`,
    [conversation],
  );

/** What is left of a lease (ms), by the clock that judges it. */
const left = async (conversation: string): Promise<number> =>
  (
    await scene.database.one<{ left: number }>(
      `select (extract(epoch from lease_until - clock_timestamp()) * 1000)::double precision as left
       from holding where conversation_id = $1 and ended_at is null`,
      [conversation],
    )
  ).left;

describe('leases of holdings', () => {
  it('are found when they have run out, and not before', async () => {
    const { id } = await scene.person();
    const [silent, answering] = [await scene.held(id), await scene.held(id)];
    expect(await leases.findExpiredHoldings(scene.service, 10)).toEqual([]);
    await runOut(silent.conversation);
    expect(await leases.findExpiredHoldings(scene.service, 10)).toEqual([
      { conversation: silent.conversation, epoch: silent.epoch },
    ]);
    expect(await left(answering.conversation)).toBeGreaterThan(0);
    await scene.lost(silent);
    expect(await leases.findExpiredHoldings(scene.service, 10)).toEqual([]);
  });

  it('[ASG4] are found although another conversation is locked', async () => {
    const { id } = await scene.person();
    const [locked, silent] = [await scene.held(id), await scene.held(id)];
    for (const { conversation } of [locked, silent]) await runOut(conversation);
    await scene.database.opened.transaction(async (tx) => {
      await tx.query('select 1 from conversation where id = $1 for update', [locked.conversation]);
      expect(
        (await leases.findExpiredHoldings(scene.service, 10)).map(({ conversation }) => conversation),
      ).toEqual([silent.conversation]);
    });
    expect(await leases.findExpiredHoldings(scene.service, 10)).toHaveLength(2);
    for (const held of [locked, silent]) await scene.lost(held);
  });

  it('are renewed for everything a person holds, and for no one else', async () => {
    const [answering, silent] = [await scene.person(), await scene.person()];
    const theirs = [await scene.held(answering.id), await scene.held(answering.id)];
    const others = await scene.held(silent.id);
    for (const { conversation } of [...theirs, others]) await runOut(conversation);
    await leases.renewLeases([answering.id]);
    for (const { conversation } of theirs)
      expect(await left(conversation)).toBeGreaterThan(HOLDING_LEASE / 2);
    expect(await left(others.conversation)).toBeLessThan(0);
    await scene.lost(others);
  });

  it('that are over stay over', async () => {
    const { id } = await scene.person();
    const held = await scene.held(id);
    await runOut(held.conversation);
    await scene.lost(held);
    await leases.renewLeases([id]);
    expect(
      await scene.database.count('holding where conversation_id = $1 and ended_at is null', [
        held.conversation,
      ]),
    ).toBe(0);
    expect(await leases.findExpiredHoldings(scene.service, 10)).toEqual([]);
  });
});

describe('a session of a person whose console answers', () => {
  /** Used so many minutes ago; answers how long ago it was used once their lease was renewed (min). */
  const usedAfter = async ({
    minutes,
    availability = 'available',
    shift = 60,
  }: {
    readonly minutes: number;
    readonly availability?: 'available' | 'away';
    readonly shift?: number;
  }): Promise<number> => {
    const person = await scene.person();
    await scene.work.inTransaction((stores) => beginSession(stores, person, sessionId(uuid())));
    await scene.database.sql(
      `with theirs as (update staff set availability = $2, shift_ends_at = clock_timestamp() + $3 * interval '1 minute' where id = $1)
       update staff_session set used_at = clock_timestamp() - $4 * interval '1 minute' where staff_id = $1`,
      [person.id, availability, shift, minutes],
    );
    await leases.renewLeases([person.id]);
    const { ago } = await scene.database.one<{ ago: number }>(
      `select (extract(epoch from clock_timestamp() - used_at) / 60)::double precision as ago
       from staff_session where staff_id = $1`,
      [person.id],
    );
    return Math.round(ago);
  };

  it('is in use while they are available and wait for an offer, for as long as that is', async () => {
    expect(await usedAfter({ minutes: 59 })).toBe(0);
    expect(await usedAfter({ minutes: 4 })).toBe(4);
  });

  it('runs out as any other once they are away, their shift is over, or it has run out already', async () => {
    expect(await usedAfter({ minutes: 30, availability: 'away' })).toBe(30);
    expect(await usedAfter({ minutes: 30, shift: -1 })).toBe(30);
    expect(await usedAfter({ minutes: 61 })).toBe(61);
  });
});
