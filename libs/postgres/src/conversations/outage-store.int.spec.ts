import { randomUUID } from 'node:crypto';
import { Scene, stretched, type Held } from '@warmline/test-kit';
import { HOLDING_LEASE, LeaseStore } from './lease-store';
import { OutageStore } from './outage-store';

let scene: Scene;
let leases: LeaseStore;
let outages: OutageStore;
beforeAll(async () => {
  scene = await Scene.open();
  leases = new LeaseStore(scene.database.opened);
  outages = new OutageStore(scene.database.opened);
});
afterEach(async () => {
  await scene.database.sql(`update holding set ended_at = clock_timestamp() where ended_at is null`);
  await scene.database.sql('delete from gateway_heartbeat');
});
afterAll(() => scene.close());

/** A gateway that has beaten without a gap for so long (s), the last time so long ago. */
const beating = async (since: number, ago = 0): Promise<string> => {
  const gateway = randomUUID();
  await scene.database.sql(
    `insert into gateway_heartbeat (gateway, since, at)
     values ($1, clock_timestamp() - $2 * interval '1 s', clock_timestamp() - $3 * interval '1 s')`,
    [gateway, since, ago],
  );
  return gateway;
};

/** A holding whose lease ran out so long ago (s). */
const silentFor = async (ago: number): Promise<Held> => {
  const held = await scene.held((await scene.person()).id);
  await scene.database.sql(
    `update holding set lease_until = clock_timestamp() - $2 * interval '1 s' where conversation_id = $1`,
    [held.conversation, ago],
  );
  return held;
};

/** What is left of a lease (s), by the clock that judges it. */
const left = async ({ conversation }: Held): Promise<number> =>
  (
    await scene.database.one<{ left: number }>(
      `select extract(epoch from lease_until - clock_timestamp())::double precision as left
       from holding where conversation_id = $1 and ended_at is null`,
      [conversation],
    )
  ).left;

const LEASE = HOLDING_LEASE / 1_000;

describe('our own outage', () => {
  it.each([
    ['nobody has been able to renew', async () => undefined],
    ['every gateway is silent', () => beating(3_600, 300)],
  ])('[ASG5] in which %s: every lease is extended, whichever worker looks first', async (_, gateways) => {
    await gateways();
    const held = await silentFor(300);
    await outages.extendLeasesAfterOutage();
    expect(await leases.findExpiredHoldings(scene.service, 10)).toEqual([]);
    expect(await left(held)).toBeGreaterThan(LEASE - 2);
  });

  it('[ASG5] that is over: everyone has one whole lease from then on to return, once', async () => {
    await beating(LEASE - 6);
    const held = await silentFor(300);
    await outages.extendLeasesAfterOutage();
    expect(Math.round(await left(held))).toBe(6);
    await outages.extendLeasesAfterOutage();
    expect(Math.round(await left(held))).toBe(6);
  });

  it('[ASG5] shortens no lease', async () => {
    await beating(1);
    const held = await silentFor(-3_600);
    await outages.extendLeasesAfterOutage();
    expect(await left(held)).toBeGreaterThan(3_500);
  });

  it('[ASG4] that only one gateway had: who was silent all the while is found', async () => {
    await beating(3_600, 300);
    await beating(1);
    await beating(LEASE + 1);
    const held = await silentFor(1);
    await outages.extendLeasesAfterOutage();
    expect(await leases.findExpiredHoldings(scene.service, 10)).toMatchObject([
      { conversation: held.conversation },
    ]);
  });

  it('[ASG5] is a gap between heartbeats, and nothing shorter', async () => {
    const [paused, late] = [await beating(3_600, 11), await beating(3_600, 8)];
    await Promise.all([outages.recordHeartbeat(paused), outages.recordHeartbeat(late)]);
    const since = async (gateway: string): Promise<number> =>
      (
        await scene.database.one<{ for: number }>(
          `select extract(epoch from clock_timestamp() - since)::double precision as for
           from gateway_heartbeat where gateway = $1`,
          [gateway],
        )
      ).for;
    expect(await since(paused)).toBeLessThan(stretched(2));
    expect(await since(late)).toBeGreaterThan(3_599);
  });

  it('leaves no heartbeats of gateways that are gone', async () => {
    await beating(200_000, 100_000);
    await outages.extendLeasesAfterOutage();
    expect(await scene.database.count('gateway_heartbeat')).toBe(0);
  });
});
