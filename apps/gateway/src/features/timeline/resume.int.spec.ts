import { randomUUID } from 'node:crypto';
import { TIMELINE_PAGE_MAX, type Entry } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { SendMessage } from './send-message';

/** More than fits into two pages. */
const MESSAGES = 1_050;
const HEAD = MESSAGES + 1;

let deployment: Deployment;
let visitor: Visitor;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, worker: false });
  visitor = await aVisitor().waitingAt(deployment.gateway());
  // Through the use case: a person’s rate would take minutes.
  const send = deployment.gateway().app.get(SendMessage, { strict: false });
  const conversation = visitor.id;
  for (let count = 0; count < MESSAGES; count += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, place) =>
        send.send({
          conversation,
          author: { role: 'visitor' },
          id: randomUUID(),
          body: `message ${count + place}`,
        }),
      ),
    );
});
afterAll(() => deployment.stop());

/** Everything after `after`, page by page, as a page that comes back asks for it. */
const catchUp = async (page: Visitor, after: number): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (let from = after; ;) {
    const read = await page.reads(from);
    expect(read.head).toBe(HEAD);
    expect(read.entries.length).toBeLessThanOrEqual(TIMELINE_PAGE_MAX);
    const last = read.entries.at(-1);
    if (last === undefined) return entries;
    entries.push(...read.entries);
    from = last.seq;
  }
};
const numbersAfter = (after: number): number[] =>
  Array.from({ length: Math.max(0, HEAD - after) }, (_, place) => after + 1 + place);

describe('coming back with the last number seen', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['the middle of a page', 317],
    ['the end of a page', TIMELINE_PAGE_MAX],
    ['one before the head', HEAD - 1],
    ['the head', HEAD],
    ['one past the head', HEAD + 1],
    ['the largest number there is', 2_147_483_647],
  ])('[MSG4] %s: exactly what came after it, on either gateway', async (_name, after) => {
    for (const gateway of deployment.gateways) {
      const page = await visitor.again(gateway);
      expect((await catchUp(page, after)).map(({ seq }) => seq)).toEqual(numbersAfter(after));
    }
  });

  it('[MSG4] long messages come in shorter pages, and none is missing', async () => {
    const writer = await aVisitor().waitingAt(deployment.gateway());
    const bodies = Array.from({ length: 60 }, (_, place) => `${place} ${'long '.repeat(790)}`);
    const send = deployment.gateway().app.get(SendMessage, { strict: false });
    for (const body of bodies)
      await send.send({ conversation: writer.id, author: { role: 'visitor' }, id: randomUUID(), body });
    const first = await writer.reads(0);
    expect(first.entries.length).toBeLessThan(40);
    const entries = [...first.entries];
    while (entries.length < first.head) entries.push(...(await writer.reads(entries.length)).entries);
    const read = entries.flatMap((entry) => (entry.kind === 'message' ? entry.body : []));
    expect(read).toEqual(bodies);
  });

  it('[MSG4] pages resume without Redis, and get what their own gateway stores', async () => {
    const gateway = await deployment.startGateway();
    const page = await visitor.again(gateway);
    gateway.loseRedis();
    const back = await visitor.again(gateway);
    expect((await catchUp(back, 900)).map(({ seq }) => seq)).toEqual(numbersAfter(900));
    const { seq } = await back.says('without Redis');
    const pushed = await page.hears('timeline:appended', ({ entries }) => entries.at(-1)?.seq === seq);
    expect(pushed.entries).toMatchObject([{ seq: HEAD + 1, body: 'without Redis' }]);
    const elsewhere = await visitor.again(deployment.gateway());
    expect((await elsewhere.reads(HEAD)).entries).toMatchObject([{ body: 'without Redis' }]);
  });
});
