import { IndexReadModel } from '@warmline/postgres';
import { LiveIndex } from '@warmline/redis';
import { load } from '@warmline/routing';
import { slowness, until, within, type Fault } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { RunningWorker } from './deployment/running';
import { aConsole, aResponder, type Console } from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ faulty: true });
});
afterEach(async () => {
  await deployment.lines.toRedis.set(null);
  if (deployment.worker === null) await deployment.startWorker();
  await deployment.clear();
});
afterAll(() => deployment.stop());

const index = (): LiveIndex => deployment.gateway().app.get(LiveIndex, { strict: false });

/** What the index holds, and what it should hold according to Postgres. */
const bothSides = async (): Promise<[string, string]> => {
  const { waiting, free } = await index().situation();
  const { conversations, staff } = await new IndexReadModel(
    deployment.database.opened,
    deployment.service,
  ).loadEverything();
  const queued = conversations
    .filter((entry) => entry.queued)
    .map(({ id, band, enteredAt }) => [id, band, enteredAt]);
  const askable = staff
    .filter((entry) => entry.askable)
    .map((entry) => [entry.id, load(entry), entry.freeSince]);
  const text = (rows: unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  return [
    JSON.stringify([
      text(waiting.map((entry) => [entry.conversation, entry.band, entry.enteredAt])),
      text(free.map((entry) => [entry.staff, entry.load, entry.freeSince])),
    ]),
    JSON.stringify([text(queued), text(askable)]),
  ];
};

/** Resolves when the index matches Postgres. Everyone is present, so the index shows all it holds. */
const matchesPostgres = (): Promise<unknown> =>
  within(
    'the index to equal the truth within 10 s',
    until('the index to equal the truth', async () => {
      const [shown, stored] = await bothSides().catch(() => ['unreachable', '']);
      return shown === stored && (await index().state()).generation !== null;
    }),
    10_000,
  );

const threeWait = (): Promise<Visitor[]> =>
  Promise.all(
    Array.from({ length: 3 }, (_, place) =>
      (place === 0 ? aVisitor().unsure() : aVisitor()).waitingAt(deployment.gateway()),
    ),
  );

const isOfferedFirst = async (visitor: Visitor | undefined): Promise<Console> => {
  const responder = await aResponder(deployment);
  const offer = await responder.isOffered();
  expect(offer.conversationId).toBe(visitor?.id);
  expect(await responder.takes(visitor?.id ?? '')).toMatchObject({ epoch: 1 });
  return responder;
};

describe('with two workers', () => {
  let second: RunningWorker;
  beforeEach(async () => {
    second = await RunningWorker.start(deployment.workerConfig, deployment.log);
  });
  afterEach(() => second.stop());

  it('[MSG7] only one of two workers rebuilds a wiped Redis, once, whenever their intervals fall', async () => {
    for (let round = 0; round < 2; round += 1) {
      const [first] = await threeWait();
      const before = deployment.log.lines.length;
      await deployment.redis.flush();
      await matchesPostgres();
      const built = deployment.log.lines.slice(before).filter((line) => line.includes('being rebuilt'));
      // A rebuild that a late machine cuts short is begun again by who leads then.
      expect(built.length).toBeGreaterThan(0);
      expect(built.length).toBeLessThanOrEqual(Math.ceil(slowness()));
      await isOfferedFirst(first);
      await deployment.clear();
    }
  });
});

describe('a Redis that was wiped', () => {
  it('[MSG7] a wiped Redis is rebuilt from Postgres, and everyone who is connected is found again', async () => {
    const waiting = await threeWait();
    await deployment.redis.flush();
    await matchesPostgres();
    expect((await bothSides())[0]).toContain(waiting[0]?.id ?? '-');
    await isOfferedFirst(waiting[0]);
  });

  it('[MSG7] a Redis wiped during an offer costs nobody their place, and the offer still expires', async () => {
    const [first] = await threeWait();
    const responder = await aResponder(deployment);
    const offer = await responder.isOffered();
    expect(offer.conversationId).toBe(first?.id);
    await deployment.redis.flush();
    await deployment.database.sql('update offer set expires_at = clock_timestamp() where id = $1', [
      offer.id,
    ]);
    await responder.hears('desk:changed', (desk) => desk.offer !== null && desk.offer.id !== offer.id);
    await matchesPostgres();
  });
});

describe('a Redis that was put back to an older state', () => {
  it('[MSG7] a Redis restored to an older state is recognised, and its old entries are removed', async () => {
    const [leaving, staying] = [
      await aVisitor().unsure().waitingAt(deployment.gateway()),
      await aVisitor().waitingAt(deployment.gateway()),
    ];
    await matchesPostgres();
    const old = await deployment.redis.snapshot();
    await leaving.must('conversation:end', {});
    const first = await aVisitor().inDanger().waitingAt(deployment.gateway());
    await matchesPostgres();
    await deployment.redis.restore(old);
    await isOfferedFirst(first);
    await matchesPostgres();
    await isOfferedFirst(staying);
  });

  it('[MSG7] a Redis restored to an older state is recognised at the first write, before any worker polls', async () => {
    await aVisitor().waitingAt(deployment.gateway());
    await matchesPostgres();
    const old = await deployment.redis.snapshot();
    for (let count = 0; count < 3; count += 1) await aVisitor().waitingAt(deployment.gateway());
    await matchesPostgres();
    await deployment.stopWorker();
    await deployment.redis.restore(old);
    await aVisitor().waitingAt(deployment.gateway());
    await until('the index to be known as lost', async () => (await index().state()).generation === null);
    await deployment.startWorker();
    await matchesPostgres();
  });
});

describe('a fault of Redis', () => {
  const faults: readonly (Fault & { readonly named: string })[] = [
    { kind: 'refuse', named: 'refuses connections' },
    { kind: 'black_hole', named: 'sends nothing' },
    { kind: 'cut_reply', named: 'is cut off before each answer' },
  ];

  it.each(faults)(
    '[MSG7] when Redis $named, people go on talking and nothing needs a restart',
    async (fault) => {
      const visitor = await aVisitor().waitingAt(deployment.gateway());
      const responder = await aResponder(deployment);
      const held = await responder.takes(visitor.id);
      await responder.reads(held);
      await deployment.lines.toRedis.set(fault);
      deployment.lines.toRedis.reset();
      await visitor.says('while Redis is away');
      await responder.hears('timeline:appended', ({ entries }) =>
        entries.some((entry) => entry.kind === 'message' && entry.body === 'while Redis is away'),
      );
      await responder.says(held, 'I am here');
      const late = await aVisitor().waitingAt(deployment.gateway());
      const answer = await fetch(`${deployment.gateway().url}/readyz`);
      expect([answer.status, await answer.json()]).toEqual([
        200,
        { status: 'degraded', postgres: 'ok', redis: 'unreachable', index: 'unreachable', keyring: 'ok' },
      ]);
      await deployment.lines.toRedis.set(null);
      await matchesPostgres();
      await (await aResponder(deployment)).takes(late.id);
    },
  );

  it('[MSG7] a gateway starts without Redis, people talk, and offers follow when Redis connects', async () => {
    await deployment.lines.toRedis.set({ kind: 'refuse' });
    deployment.lines.toRedis.reset();
    const gateway = await deployment.startGateway();
    const visitor = await aVisitor().waitingAt(gateway);
    await visitor.says('hello');
    const answer = await fetch(`${gateway.url}/readyz`);
    expect(await answer.json()).toMatchObject({ status: 'degraded', redis: 'unreachable' });
    await deployment.lines.toRedis.set(null);
    const responder = await aResponder(deployment, gateway);
    await responder.takes(visitor.id);
    deployment.gateways.pop();
    await gateway.stop();
  });
});

describe('a gateway that lost Redis', () => {
  it('a gateway that lost Redis still signs people out, and still moves receipts', async () => {
    const cut = await deployment.startGateway();
    const visitor = await aVisitor().waitingAt(cut);
    const console = await aConsole(deployment, cut);
    cut.loseRedis();
    await visitor.must('receipt:seen', { seq: 1 });
    await visitor.must('typing:set', { typing: true });
    const answer = await fetch(`${cut.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: console.cookie },
    });
    expect(answer.status).toBe(204);
    const after = await fetch(`${cut.url}/api/session`, { headers: { cookie: console.cookie } });
    expect(after.status).toBe(401);
    expect((await visitor.opens()).receipts.visitor).toBe(1);
    deployment.gateways.pop();
    await cut.stop();
  });
});
