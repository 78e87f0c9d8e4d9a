import { solveChallenge } from '@warmline/client';
import { MINUTE } from '@warmline/kernel';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { closeAllPages } from '../../../test/deployment/page';
import { RunningGateway } from '../../../test/deployment/running';
import { aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor, Visitor } from '../../../test/deployment/visitor';

const STARTS = 300;
const TOGETHER = 50;

let deployment: Deployment;
/** As in service: with its budget of starts, and behind a proxy that tells for whom it asks. */
let budgeted: RunningGateway;
beforeAll(async () => {
  deployment = await Deployment.start();
  const config = { ...deployment.config, STARTS_PER_MINUTE: 60, TRUSTED_PROXIES: ['127.0.0.1'] };
  budgeted = await RunningGateway.start(config, deployment.log);
});
afterAll(async () => {
  closeAllPages();
  await budgeted.stop();
  await deployment.stop();
});

const floods = async (): Promise<Visitor[]> => {
  const flood: Visitor[] = [];
  const one = (): Promise<Visitor> => aVisitor().inDangerAndSilent().waitingAt(deployment.gateway());
  while (flood.length < STARTS) flood.push(...(await Promise.all(Array.from({ length: TOGETHER }, one))));
  return flood;
};
const isPresent = async ({ id }: Visitor): Promise<boolean> =>
  (await deployment.redis.everything()).includes(id);

afterEach(async () => {
  closeAllPages();
  await deployment.database.sql(
    `update conversation set state = 'ended', ended_at = clock_timestamp() where state = 'waiting'`,
  );
});

describe('three hundred who say that they are in danger, and nothing more,', () => {
  it('[SEC5] are passed by one honest visitor who writes a word, and by one who wrote before', async () => {
    const wroteBefore = await aVisitor().inDanger().waitingAt(deployment.gateway());
    await floods();
    const honest = await aVisitor().inDanger().waitingAt(deployment.gateway());
    await until('the honest visitors to be present', async () => isPresent(honest));
    const supervisor = await aSupervisor(deployment, deployment.gateway());
    const { waiting } = await supervisor.must('live_view:open', {});
    expect(waiting).toHaveLength(STARTS + 2);
    expect(waiting.slice(0, 2).map(({ conversationId }) => conversationId)).toEqual([
      wroteBefore.id,
      honest.id,
    ]);
    const first = await aResponder(deployment, deployment.gateway());
    expect((await first.isOffered()).conversationId).toBe(wroteBefore.id);
    const second = await aResponder(deployment, deployment.gateway());
    expect((await second.isOffered()).conversationId).toBe(honest.id);
  });
});

const from = (address: string): Promise<Visitor> =>
  Visitor.connectedWith(budgeted, { extraHeaders: { 'x-forwarded-for': address } });

interface Came {
  readonly started: number;
  readonly refused: number;
  /** How many budgets there were: the first, and one more for each minute that it took. */
  readonly budgets: number;
}

/** Chats "in danger" from these addresses in turn, each of which writes a word at once. A page that is refused tries again. */
const floodsWriting = async (addressOf: (number: number) => string): Promise<Came> => {
  const came = { started: 0, refused: 0 };
  const began = performance.now();
  const tries = async (number: number): Promise<void> => {
    let page: Visitor | null = null;
    for (let tried = 0; tried < STARTS / TOGETHER; tried += 1) {
      page ??= await from(addressOf(number));
      const start = { startId: crypto.randomUUID(), safety: 'danger', name: '', language: 'en' } as const;
      const answer = await page.ask('conversation:start', start);
      came[answer.ok ? 'started' : 'refused'] += 1;
      if (answer.ok) await page.says('please');
      else expect(answer.refusal).toBe('proof_needed');
      if (answer.ok) page = null;
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, (_, number) => tries(number)));
  return { ...came, budgets: 1 + (performance.now() - began) / MINUTE };
};

/** Someone honest in danger comes from this address. Their place in the queue: 1 is first. */
const placeOfHonest = async (address: string): Promise<number> => {
  const honest = await from(address);
  await honest.startsProven({ safety: 'danger' });
  await honest.says('please help me');
  const { waiting } = await (await aSupervisor(deployment, budgeted)).must('live_view:open', {});
  return 1 + waiting.findIndex(({ conversationId }) => conversationId === honest.id);
};

const holdOf = async ({ id }: Visitor): Promise<unknown> => {
  const [row] = await deployment.database.sql<{ hold: string | null }>(
    'select hold from conversation where id = $1',
    [id],
  );
  return row?.hold;
};

describe('someone in danger who comes when the budget of the first rank is spent', () => {
  it('[SEC5] is queued at once, and has that rank once their page has done its proof, with the same chat', async () => {
    let tried = 0;
    const comes = async (): Promise<{ page: Visitor; startId: string; needsProof: boolean }> => {
      const [page, startId] = [await from(`192.0.${(tried += 1)}.1`), crypto.randomUUID()];
      const { needsProof = false } = await page.starts({ safety: 'danger', startId });
      return needsProof ? { page, startId, needsProof } : comes();
    };
    const { page, startId } = await comes();
    expect(tried).toBeLessThan(20);
    await page.says('please');
    expect(await holdOf(page)).toBe('unproven');
    const { id } = page;
    const guess = { challenge: '1.9.salt.mac', answers: [1, 2, 3, 4] };
    expect(await page.starts({ safety: 'danger', startId, proof: guess })).toMatchObject({
      id,
      needsProof: true,
    });
    const challenge = await page.must('challenge:ask', {});
    const proof = await solveChallenge(challenge, { onAnswer: () => {}, isStopped: () => false });
    const proven = await page.starts({ safety: 'danger', startId, ...(proof === null ? {} : { proof }) });
    expect([proven.id, proven.needsProof]).toEqual([id, undefined]);
    expect(await holdOf(page)).toBeNull();
    const other = await from('192.0.2.200');
    const copied = await other.ask('conversation:start', {
      ...{ startId: crypto.randomUUID(), safety: 'danger', name: '', language: 'en' },
      ...(proof === null ? {} : { proof }),
    });
    expect(copied.ok && copied.value.needsProof).toBe(true);
  });
});

describe('three hundred who say that they are in danger, and write a word,', () => {
  it('[SEC5] from one network, are passed by one honest visitor of that network', async () => {
    const came = await floodsWriting(() => '203.0.113.9');
    expect(came.refused).toBeGreaterThan(STARTS - 50 * came.budgets);
    expect(await placeOfHonest('203.0.113.77')).toBeLessThanOrEqual(10 * came.budgets);
  });

  it('[SEC5] from fifty networks, are passed by honest visitors of another and of the same', async () => {
    const came = await floodsWriting((number) => `198.51.${number}.9`);
    expect(came.refused).toBeGreaterThan(STARTS - 200 * came.budgets);
    expect(await placeOfHonest('192.0.2.1')).toBeLessThanOrEqual(16 * came.budgets);
    expect(await placeOfHonest('198.51.7.77')).toBeLessThanOrEqual(17 * came.budgets);
  });
});
