import { mock } from 'node:test';
import { statementsDuring } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, worker: false });
});
afterAll(() => deployment.stop());

const pushed = (page: Visitor): number[] =>
  page.notices('timeline:appended').flatMap(({ entries }) => entries.map(({ seq }) => seq));
const hearsOf = (page: Visitor, seq: number): Promise<unknown> =>
  page.hears('timeline:appended', ({ entries }) => entries.some((entry) => entry.seq === seq));

describe('an entry that was just stored', () => {
  it('[MSG3] an entry is sent as it was stored, with its name', async () => {
    const page = await aVisitor().named('Robin').waitingAt(deployment.gateway());
    const { seq } = await page.says('hello');
    await hearsOf(page, seq);
    const [notice] = page.notices('timeline:appended');
    expect(notice?.entries).toEqual((await page.reads(seq - 1)).entries);
    expect(notice?.entries[0]).toMatchObject({ name: 'Robin', body: 'hello' });
  });

  it('[MSG3] an entry is sent after those that another gateway stored before it, also without a hint', async () => {
    const page = await aVisitor().waitingAt(deployment.gateway(0));
    const elsewhere = await page.again(deployment.gateway(1));
    deployment.gateway(1).loseRedis();
    for (let round = 0; round < 5; round += 1) {
      await elsewhere.says('over there');
      const { seq } = await page.says('over here');
      await hearsOf(page, seq);
    }
    const numbers = [...new Set(pushed(page))];
    expect(numbers).toEqual(numbers.map((_, place) => place + 2));
    expect(numbers).toHaveLength(10);
  });
});

const WRITERS = 4;
const EACH = 15;

describe('the cost of a message', () => {
  it('[SEC5] one statement stores it, and neither its turn nor its limits ask Postgres or start a timer for Redis', async () => {
    const pages = await Promise.all(
      Array.from({ length: WRITERS }, () => aVisitor().waitingAt(deployment.gateway())),
    );
    const timers = mock.method(AbortSignal, 'timeout');
    const asked = await statementsDuring(async () => {
      for (let round = 0; round < EACH; round += 1) for (const page of pages) await page.says('hello');
    });
    const [appended = '', ...more] = [...asked.keys()].filter((text) => text.includes('append_messages('));
    expect([more, asked.get(appended)]).toEqual([[], WRITERS * EACH]);
    asked.delete(appended);
    // Periodic jobs go on beside it; nothing is asked once a message, or once in two.
    const often = [...asked].filter(([, times]) => times >= (WRITERS * EACH) / 2);
    expect(asked.size).toBeGreaterThan(0);
    expect(often).toEqual([]);
    expect(timers.mock.callCount()).toBeLessThan(WRITERS);
    timers.mock.restore();
  });
});
