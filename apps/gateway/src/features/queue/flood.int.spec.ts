import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

const STARTS = 300;
const TOGETHER = 50;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterAll(() => deployment.stop());

const floods = async (): Promise<Visitor[]> => {
  const flood: Visitor[] = [];
  const one = (): Promise<Visitor> => aVisitor().inDangerAndSilent().waitingAt(deployment.gateway());
  while (flood.length < STARTS) flood.push(...(await Promise.all(Array.from({ length: TOGETHER }, one))));
  return flood;
};
const isPresent = async ({ id }: Visitor): Promise<boolean> =>
  (await deployment.redis.everything()).includes(id);

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
