import { ModulesContainer } from '@nestjs/core';
import { ConversationKeys } from '@warmline/sealing';
import { until, within } from '@warmline/test-kit';
import { ConnectedPages } from '../src/socket/connected-pages';
import { rooms } from '../src/socket/rooms';
import { Deployment } from './deployment/deployment';
import { RunningGateway } from './deployment/running';
import { aResponder } from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const namespaces = ({ app } = deployment.gateway()): ConnectedPages =>
  app.get(ConnectedPages, { strict: false });

describe('a page that reads more slowly than others write', () => {
  it('[OPS2] is left, costs no more memory, and has everything when it comes back', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const words = await visitor.says('before');
    visitor.stopsReading();
    const room = namespaces().visitors?.to(rooms.conversation(visitor.id));
    const id = crypto.randomUUID();
    const entry = { kind: 'message', id, seq: 3, from: 'responder', name: 'Sam', at: 1 } as const;
    const big = { entries: [{ ...entry, body: 'x'.repeat(4_000) }] };
    const has = (): boolean => (namespaces().visitors?.sockets.size ?? 0) > 0;
    const left = until('the slow page to be left', async () => {
      for (let count = 0; count < 400 && has(); count += 1) room?.emit('timeline:appended', big);
      return !has();
    });
    // Sooner than a ping that is not answered would tell.
    await within('the slow page to be left', left, 4_000);
    const again = await visitor.again(deployment.gateway());
    expect((await again.reads()).entries.at(-1)).toMatchObject({ seq: words.seq, body: 'before' });
  });
});

describe('limits', () => {
  it('[OPS2] on lines: one more than a gateway takes is sent away, and those who are in stay', async () => {
    const small = await RunningGateway.start({ ...deployment.config, SOCKETS_MAX: 2 }, deployment.log);
    const [first] = [await aVisitor().waitingAt(small), await aVisitor().waitingAt(small)];
    await expect(aVisitor().arrivingAt(small)).rejects.toThrow();
    expect(await first.says('still here')).toMatchObject({ seq: 2 });
    await small.stop();
  });

  it('[OPS2] on commands count those whose name nobody knows', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const replies = await Promise.all(Array.from({ length: 300 }, () => visitor.tell('no:such', {})));
    expect(replies[0]).toEqual({ ok: false, refusal: 'unknown_command' });
    expect(replies.at(-1)).toEqual({ ok: false, refusal: 'too_fast' });
  });

  it('[OPS2] on the body of a request: too long is refused by name', async () => {
    const answer = await fetch(`${deployment.gateway().url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signInName: 'x'.repeat(20_000), password: 'x' }),
    });
    expect([answer.status, await answer.json()]).toEqual([413, { refusal: 'message_too_long' }]);
  });
});

/** Keys of conversations are kept open up to a number of their own. */
const isOurs = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && !(part instanceof ConversationKeys);

/** How many things each part of the gateway remembers in its own lists. */
const remembered = (gateway: RunningGateway): Record<string, number> => {
  const modules = [...gateway.app.get(ModulesContainer).values()];
  const parts = modules
    .flatMap(({ providers }) => [...providers.values()].map(({ instance }): unknown => instance))
    .filter((part) => isOurs(part));
  const lists = parts.flatMap((part) =>
    Object.entries(part)
      .filter(([, list]) => list instanceof Map || list instanceof Set)
      .map(([name, list]: [string, Map<unknown, unknown>]) => [
        `${part.constructor.name}.${name}`,
        list.size,
      ]),
  );
  const counts: Record<string, number> = Object.fromEntries(lists);
  const { visitors, staff } = namespaces(gateway);
  counts['visitors’ lines'] = visitors?.sockets.size ?? 0;
  counts['visitors’ rooms'] = visitors?.adapter.rooms.size ?? 0;
  counts['staff’s rooms'] = staff?.adapter.rooms.size ?? 0;
  return counts;
};

const WAVES = 4;
const TOGETHER = 25;

const comesAndGoes = async (visitor: Visitor): Promise<void> => {
  await visitor.says('hello');
  await visitor.must('typing:set', { typing: true });
  await visitor.must('receipt:seen', { seq: 1 });
  await visitor.must('conversation:end', {});
  visitor.leave();
};

describe('a day’s churn in miniature', () => {
  it('[OPS2] leaves nothing behind in the gateway’s own lists', async () => {
    const responder = await aResponder(deployment);
    // Its memory of a minute lasts six seconds.
    const gateway = await RunningGateway.start({ ...deployment.config, TIME_SCALE: 0.1 }, deployment.log);
    const held = await responder.takes((await aVisitor().waitingAt(gateway)).id);
    await responder.reads(held);
    await deployment.clear();
    const settled = (before: Record<string, number>) => async (): Promise<boolean> =>
      Object.entries(remembered(gateway)).every(([name, size]) => size <= (before[name] ?? 0));
    await until('everyone to be gone', async () => remembered(gateway)['visitors’ lines'] === 0);
    const before = remembered(gateway);
    for (let wave = 0; wave < WAVES; wave += 1) {
      const visitors = await Promise.all(
        Array.from({ length: TOGETHER }, () => aVisitor().waitingAt(gateway)),
      );
      await Promise.all(visitors.map(comesAndGoes));
    }
    await until('all of it to be forgotten', settled(before));
    expect(await deployment.database.count(`conversation where state = 'ended'`)).toBeGreaterThanOrEqual(
      WAVES * TOGETHER,
    );
    await gateway.stop();
  });
});
