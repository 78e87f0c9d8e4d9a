import { randomUUID } from 'node:crypto';
import { LiveIndex, visitorPresence } from '@warmline/redis';
import { stretched, until } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { aResponder } from './deployment/staff';
import { aVisitor } from './deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const MESSAGES = 30;
const STOPS_WITHIN = 10_000;

describe('a gateway that is asked to stop', () => {
  it('[OPS1] answers what it took, loses nothing it acknowledged, and is gone in time', async () => {
    const leaving = await deployment.startGateway();
    const visitor = await aVisitor().waitingAt(leaving);
    const responder = await aResponder(deployment);
    await responder.takes(visitor.id);
    const messages = Array.from({ length: MESSAGES }, (_, place) => ({
      id: randomUUID(),
      body: `word ${place}`,
    }));
    const answers = messages.map((message) => visitor.ask('message:send', message).catch(() => null));
    const began = performance.now();
    const [closed] = await Promise.all([visitor.closes(), leaving.stop()]);
    expect(performance.now() - began).toBeLessThan(stretched(STOPS_WITHIN));
    deployment.gateways.pop();
    // For this reason a page reconnects at once, to another gateway.
    expect(closed).toBe('io server disconnect');
    const acknowledged = (await Promise.all(answers)).map((answer) => answer?.ok === true);
    const stored = new Set(
      (
        await deployment.database.sql<{ id: string }>(
          `select id from timeline_entry where conversation_id = $1 and kind = 'message'`,
          [visitor.id],
        )
      ).map(({ id }) => id),
    );
    messages.forEach(({ id }, place) => {
      if (acknowledged[place] === true) expect(stored).toContain(id);
    });
    const again = await visitor.again(deployment.gateway());
    for (const message of messages) await again.must('message:send', message);
    const { head } = await again.reads();
    expect(head).toBe(MESSAGES + 2);
  });

  it('[OPS1] declares nobody gone: their pages are on their way', async () => {
    const leaving = await deployment.startGateway();
    const visitor = await aVisitor().waitingAt(leaving);
    const index = deployment.gateway().app.get(LiveIndex, { strict: false });
    const member = visitorPresence(visitor.id);
    await until('the page to be known', async () => (await index.presentAmong([member])).has(member));
    await leaving.stop();
    deployment.gateways.pop();
    expect((await index.presentAmong([member])).has(member)).toBe(true);
  });

  it('[OPS1] takes nobody new, and says so', async () => {
    const leaving = await deployment.startGateway();
    const visitor = await aVisitor().waitingAt(leaving);
    expect((await fetch(`${leaving.url}/readyz`)).status).toBe(200);
    await leaving.stop();
    deployment.gateways.pop();
    await expect(fetch(`${leaving.url}/readyz`)).rejects.toThrow();
    await expect(aVisitor().arrivingAt(leaving)).rejects.toThrow();
    await visitor.again(deployment.gateway());
  });
});
