import { ROLES } from '@warmline/postgres';
import { stretched, until } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { RunningWorker } from './deployment/running';
import { aResponder, type Console, type HeldHere } from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

/** A lease is 2 s here, on every machine: each outage below is longer. */
const TIME_SCALE = '0.1';
const OUTAGE = 3_000;

let deployment: Deployment;
let visitor: Visitor;
let responder: Console;
let held: HeldHere;
beforeAll(async () => {
  deployment = await Deployment.start({ faulty: true, more: { TIME_SCALE } });
});
beforeEach(async () => {
  visitor = await aVisitor().waitingAt(deployment.gateway());
  responder = await aResponder(deployment);
  held = await responder.takes(visitor.id);
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** Time in which nothing is reached: there is no event to wait for. */
const itLasts = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, OUTAGE));

const losses = (): Promise<number> => deployment.database.count(`audit_entry where action = 'holding_lost'`);

const goesOn = async (): Promise<void> => {
  await until('messages to be stored again', async () => {
    const reply = await responder.ask('message:send', {
      ...held,
      id: crypto.randomUUID(),
      body: 'I am here',
    });
    return reply.ok;
  });
  // Longer than a lease, so a lost responder is marked lost by now.
  await itLasts();
  expect(await responder.says(held, 'still')).toMatchObject({ at: expect.any(Number) });
  expect(await losses()).toBe(0);
};

describe('an outage evicts nobody, and needs no restart', () => {
  it('[ASG5] an outage of Postgres that ends every connection evicts nobody', async () => {
    await deployment.database.goesAway();
    await itLasts();
    await deployment.database.comesBack();
    await goesOn();
  });

  it('[ASG5] nobody is evicted when only the gateways lose their connections to Postgres', async () => {
    await deployment.stopWorker();
    const direct = {
      DATABASE_URL: deployment.database.urlOf(ROLES.app),
      REDIS_URL: deployment.redis.urlOf('worker'),
    };
    deployment.worker = await RunningWorker.start({ ...deployment.config, ...direct }, deployment.log);
    await deployment.lines.toPostgres.set({ kind: 'refuse' });
    deployment.lines.toPostgres.reset();
    await itLasts();
    expect(await losses()).toBe(0);
    await deployment.lines.toPostgres.set(null);
    await goesOn();
  });

  it('[ASG5] nobody is evicted when Postgres sends nothing', async () => {
    await deployment.lines.toPostgres.set({ kind: 'black_hole' });
    await itLasts();
    await deployment.lines.toPostgres.set(null);
    await goesOn();
  });

  it.each(['refuse', 'black_hole'] as const)('[ASG5] an outage of Redis (%s) evicts nobody', async (kind) => {
    await deployment.lines.toRedis.set({ kind });
    if (kind === 'refuse') deployment.lines.toRedis.reset();
    await itLasts();
    await deployment.lines.toRedis.set(null);
    await goesOn();
  });

  it('[ASG5] an outage of the worker evicts nobody, since its stopped clock judges no one', async () => {
    await deployment.stopWorker();
    await itLasts();
    await deployment.startWorker();
    await goesOn();
  });
});

describe('a Redis that keeps everyone waiting', () => {
  it('[ASG4] a Redis that does not answer leaves nobody with a responder who is gone', async () => {
    await deployment.lines.toRedis.set({ kind: 'black_hole' });
    responder.leave();
    await until('somebody else to be asked', async () => (await losses()) > 0);
    // By the database's clock: how long after the lease had run out.
    const { late } = await deployment.database.one<{ late: number }>(
      `select extract(epoch from a.at - h.lease_until)::double precision as late
       from audit_entry a join holding h using (conversation_id) where a.action = 'holding_lost'`,
    );
    expect(late).toBeLessThan(stretched(1));
    await deployment.lines.toRedis.set(null);
  });
});
