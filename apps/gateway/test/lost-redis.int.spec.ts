import { IndexSource } from '@warmline/postgres';
import { LiveIndex } from '@warmline/redis';
import { load } from '@warmline/routing';
import { until } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { aConsole, aResponder } from './deployment/staff';
import { aVisitor } from './deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** What the index says, and what the truth says it should. */
const bothSides = async (): Promise<[unknown, unknown]> => {
  const { waiting, free } = await deployment.gateway().app.get(LiveIndex, { strict: false }).situation();
  const { conversations, staff } = await new IndexSource(deployment.database.opened).everything();
  const queued = conversations
    .filter((entry) => entry.queued)
    .map(({ id, band, enteredAt }) => [id, band, enteredAt]);
  const askable = staff
    .filter((entry) => entry.askable)
    .map((entry) => [entry.id, load(entry), entry.freeSince]);
  const text = (rows: unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).sort();
  return [
    {
      queued: text(waiting.map((entry) => [entry.conversation, entry.band, entry.enteredAt])),
      askable: text(free.map((entry) => [entry.staff, entry.load, entry.freeSince])),
    },
    { queued: text(queued), askable: text(askable) },
  ];
};

describe('a Redis that was wiped', () => {
  it('is built anew from Postgres, and everyone who is here is found again', async () => {
    const waiting = await Promise.all(
      Array.from({ length: 3 }, (_, place) =>
        (place === 0 ? aVisitor().unsure() : aVisitor()).waitingAt(deployment.gateway()),
      ),
    );
    await deployment.redis.flush();
    await until('the index to equal the truth', async () => {
      const [index, truth] = await bothSides();
      return (
        JSON.stringify(index) === JSON.stringify(truth) &&
        JSON.stringify(truth).includes(waiting[0]?.id ?? '-')
      );
    });
    const responder = await aResponder(deployment);
    expect((await responder.isOffered()).conversationId).toBe(waiting[0]?.id);
    expect(await responder.takes(waiting[0]?.id ?? '')).toMatchObject({ epoch: 1 });
  });
});

describe('a gateway that lost Redis', () => {
  it('still signs people out, and still moves receipts', async () => {
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
  });
});
