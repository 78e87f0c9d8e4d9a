import type { VisitorConversation } from '@warmline/contracts';
import { stretched, until, within } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import type { RunningGateway } from '../../../test/deployment/running';
import { aResponder } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let here: RunningGateway;
let there: RunningGateway;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  [here, there] = [deployment.gateway(0), deployment.gateway(1)];
});
beforeEach(async () => {
  await deployment.database.sql('delete from wait_outcome');
  await deployment.database.sql('delete from opening');
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** The id of an ended conversation, to store outcomes for. */
const endedConversation = async (): Promise<string> => {
  const page = await aVisitor().waitingAt(here);
  await page.must('conversation:end', {});
  return page.id;
};

/** Stores this many earlier waits, each as long as its estimate, so that estimates are shown. */
const learnt = async (count: number): Promise<void> => {
  const id = await endedConversation();
  await deployment.database.sql(
    `insert into wait_outcome
       (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
     select $1, now() - n * interval '1 minute', service_id, 3, 10, 10, 10, false, now() - n * interval '1 minute'
     from conversation, generate_series(1, $2::integer) as n where id = $1`,
    [id, count],
  );
  // What was learnt is read again when one more wait is over.
  await aTakenVisitor();
};

const aTakenVisitor = async (): Promise<void> => {
  const responder = await aResponder(deployment, here);
  const visitor = await aVisitor().waitingAt(here);
  await until('a promise', () => promised(visitor));
  const held = await responder.takes(visitor.id);
  await responder.must('availability:set', { availability: 'away' });
  await until('an outcome', async () => !(await promised(visitor)));
  await responder.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
};

const promised = async ({ id }: Visitor): Promise<boolean> =>
  (await deployment.database.count('wait_estimate where conversation_id = $1', [id])) > 0;
const hasNumber = ({ wait }: VisitorConversation): boolean => typeof wait === 'object';
const outcomes = (visitor: Visitor) =>
  deployment.database.sql<{ true_wait: number; is_virtual: boolean; band: number }>(
    'select true_wait, is_virtual, band from wait_outcome where conversation_id = $1',
    [visitor.id],
  );

describe('what a waiting visitor is told', () => {
  it('a visitor is told no number while too little is known, and band 1 never', async () => {
    await learnt(40);
    const visitor = await aVisitor().waitingAt(there);
    await until('a first look', () => promised(visitor));
    expect((await visitor.opens()).wait).toBe('unknown');
    expect((await (await aVisitor().inDanger().waitingAt(there)).opens()).wait).toBe('next');
  });

  it('a visitor is told a bound at every gateway, at most two seconds old', async () => {
    await learnt(60);
    const visitor = await aVisitor().waitingAt(there);
    const { wait } = await within('a promise', visitor.hears('conversation:changed', hasNumber), 4_000);
    expect(wait).toMatchObject({ late: false });
    const [row] = await deployment.database.sql<{ seconds: number; bound: number }>(
      `select extract(epoch from p.told_at - c.entered_at)::float8 as seconds, p.bound
       from wait_estimate p join conversation c on c.id = p.conversation_id where c.id = $1`,
      [visitor.id],
    );
    expect(row?.seconds).toBeLessThan(stretched(4));
    expect(row?.bound).toBeGreaterThan(0);
  });

  it('a bound that was too short is apologised for at once, and once', async () => {
    await learnt(60);
    const visitor = await aVisitor().waitingAt(there);
    await visitor.hears('conversation:changed', hasNumber);
    // As if two minutes had been promised ten minutes ago, and said in a smaller number just now: the apology waits for nothing.
    await deployment.database.sql(
      `update wait_estimate set told_at = now(), shown = 2, said = jsonb_build_object(
         'kind', 'within', 'bucket', 2, 'apologisedAt', null,
         'until', (extract(epoch from now() - interval '8 minutes') * 1000)::bigint)
       where conversation_id = $1`,
      [visitor.id],
    );
    const isLate = ({ wait }: VisitorConversation): boolean => typeof wait === 'object' && wait.late;
    await within('an apology', visitor.hears('conversation:changed', isLate), 4_000);
    const said = async (): Promise<string> =>
      JSON.stringify(
        await deployment.database.sql('select said from wait_estimate where conversation_id = $1', [
          visitor.id,
        ]),
      );
    const first = await said();
    expect(first).toContain('apologisedAt');
    // Two more looks, and it is said no second time.
    const looks = await deployment.database.sql<{ now: Date }>('select now()');
    expect(looks).toHaveLength(1);
    await aVisitor()
      .waitingAt(here)
      .then((next) => until('another look', () => promised(next)));
    expect(await said()).toBe(first);
  });
});

describe('the stored outcome of a wait', () => {
  it('the outcome of an accepted wait is how long it really was', async () => {
    const responder = await aResponder(deployment, there);
    const visitor = await aVisitor().waitingAt(here);
    await until('a promise', () => promised(visitor));
    await responder.takes(visitor.id);
    await until('an outcome', async () => (await outcomes(visitor)).length === 1);
    expect(await outcomes(visitor)).toMatchObject([{ is_virtual: false, band: 3 }]);
    expect(await promised(visitor)).toBe(false);
  });

  it('the outcome of a visitor who left is how long the wait would have been', async () => {
    const visitor = await aVisitor().waitingAt(here);
    await until('a promise', () => promised(visitor));
    await visitor.must('conversation:end', {});
    // Nobody is there who could have taken them: nothing is known yet.
    const next = await aVisitor().waitingAt(here);
    await until('another look', () => promised(next));
    expect(await outcomes(visitor)).toEqual([]);
    await aResponder(deployment, there);
    await until('their turn', async () => (await outcomes(visitor)).length === 1);
    expect(await outcomes(visitor)).toMatchObject([{ is_virtual: true }]);
  });
});

describe('closing time', () => {
  /** Open now, and closing in so many minutes. */
  const closesIn = (minutes: number): Promise<unknown> =>
    deployment.database.sql(
      `insert into service_hours (service_id, weekday, opens, closes)
       select id, extract(isodow from local - interval '1 minute')::integer, (local - interval '1 minute')::time,
         (local + $1 * interval '1 minute')::time
       from (select id, now() at time zone time_zone as local from service) s`,
      [minutes],
    );
  afterEach(() => deployment.database.sql('delete from service_hours'));

  it('[RTE7] closing time turns away in time everyone of band 3 who will not be answered', async () => {
    await learnt(60);
    const standard = await aVisitor().waitingAt(here);
    const unsure = await aVisitor().unsure().waitingAt(there);
    await standard.hears('conversation:changed', hasNumber);
    await closesIn(20);
    await within(
      'to be told',
      standard.hears('conversation:changed', ({ endReason }) => endReason === 'turned_away'),
      6_000,
    );
    expect((await unsure.opens()).state).toBe('waiting');
  });
});
