import type { VisitorConversation } from '@warmline/contracts';
import { stretched, until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import type { RunningGateway } from '../../../test/deployment/running';
import { aResponder } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

/** How long a number is shown at least (ms): thirty seconds in service. */
let pace: number;
/** Estimates are current within two seconds of service, with room for a push (ms). A busy machine may miss it now and then. */
const current = (): number => 2_000 * deployment.config.TIME_SCALE + stretched(500);

let deployment: Deployment;
let here: RunningGateway;
let there: RunningGateway;
beforeAll(async () => {
  // A fifth: a number is shown for six seconds, and is looked at every 300 ms.
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.2 });
  pace = 30_000 * deployment.config.TIME_SCALE;
  [here, there] = [deployment.gateway(0), deployment.gateway(1)];
});
afterAll(() => deployment.stop());

/** Outcomes of earlier waits, each as long as was estimated; they are read again within the server's own rhythm. */
const learnt = (id: string): Promise<unknown> =>
  deployment.database.sql(
    `insert into wait_outcome
       (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
     select $1, now() - n * interval '1 minute', service_id, 3, 10, 10, 10, false, now() - n * interval '1 minute'
     from conversation, generate_series(1, 60) as n where id = $1`,
    [id],
  );

/** One responder with nothing free: everybody who comes waits for them. */
const busy = async (): Promise<void> => {
  const { person } = await aResponder(deployment, here);
  await deployment.database.sql(
    `insert into staff_break (id, staff_id, began_at, until) values (gen_random_uuid(), $1, now(), now() + interval '50 minutes')`,
    [person.id],
  );
};

interface Said {
  readonly within: number;
  readonly late: boolean;
  /** By the clock of the page (ms). */
  readonly at: number;
}

/** Every number this page was told, and when it heard it. */
const numbersOf = (visitor: Visitor): Said[] => {
  const said: Said[] = [];
  visitor.socket.on('conversation:changed', ({ wait }: VisitorConversation) => {
    const last = said.at(-1);
    if (typeof wait !== 'object') return;
    if (last?.within !== wait.within || last.late !== wait.late)
      said.push({ ...wait, at: performance.now() });
  });
  return said;
};

/** The estimate for a standard visitor who arrives now, in minutes. */
const bound = async (): Promise<number> => {
  const [row] = await deployment.database.sql<{ bound: number | null }>(
    'select standard_bound::float8 as bound from opening',
  );
  return row?.bound ?? Infinity;
};

/** How long (ms) after this visitor leaves a newcomer's estimate gets shorter. */
const leaves = async (visitor: Visitor): Promise<number> => {
  const before = await bound();
  await visitor.must('conversation:end', {});
  const changed = performance.now();
  await until('the estimate of a newcomer', async () => (await bound()) < before);
  return performance.now() - changed;
};

const inLine = async (length: number): Promise<Visitor[]> => {
  const line: Visitor[] = [];
  for (let place = 0; place < length; place += 1)
    line.push(await aVisitor().waitingAt(place % 2 === 0 ? here : there));
  return line;
};

describe('the pace of wait estimates', () => {
  it('a changed estimate is shown within thirty seconds, at most once in thirty seconds, and is at most two seconds old', async () => {
    await busy();
    const before = await inLine(4);
    const last = await aVisitor().waitingAt(there);
    const told = numbersOf(last);
    await learnt(last.id);
    const first = await until('a first number', () => Promise.resolve(told[0]));
    // Shorter at once, and shorter again while the number that is shown is still young.
    const took: number[] = [];
    for (const visitor of before) took.push(await leaves(visitor));
    const left = performance.now();
    const [, second] = took.sort((one, other) => one - other);
    expect(second).toBeLessThan(current());
    const next = await until('the next number', () => Promise.resolve(told[1]));
    expect(next.within).toBeLessThan(first.within === 0 ? Infinity : first.within);
    // Never sooner than the pace, however often the estimate changed; and within it once it has.
    expect(next.at - first.at).toBeGreaterThan(pace - 250);
    expect(next.at - left).toBeLessThan(pace + current());
    expect(told).toHaveLength(2);
  });
});
