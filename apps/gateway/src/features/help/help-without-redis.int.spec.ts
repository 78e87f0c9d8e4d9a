import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console, type HeldHere } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let sam: Console;
let ana: Console;
let held: HeldHere;
const callId = randomUUID();
beforeEach(async () => {
  deployment = await Deployment.start({ gateways: 2, faulty: true });
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  sam = await aResponder(deployment, deployment.gateway(0));
  held = await sam.takes(visitor.id);
  ana = await aSupervisor(deployment, deployment.gateway(1));
  await ana.must('help:open', {});
});
afterEach(() => deployment.stop());

const calls = () => sam.must('help:call', { callId, conversationId: held.conversationId, urgency: 'urgent' });

describe('a call for help', () => {
  it('[HLP1] [MSG7] a call is kept when the page, its gateway and everything in Redis are lost', async () => {
    await calls();
    await deployment.redis.flush();
    await deployment.gateway(0).die();
    const [again, back] = [await sam.again(deployment.gateway(1)), await ana.again(deployment.gateway(1))];
    expect((await again.must('help:open', {})).mine).toMatchObject([{ id: callId, urgency: 'urgent' }]);
    expect((await back.must('help:open', {})).calls).toMatchObject([{ id: callId, answered: null }]);
    expect(await back.must('help:answer', { callId })).toMatchObject({
      answeredBy: { id: ana.person.id },
    });
  });

  it('[HLP1] [MSG7] a call is stored and shown within one poll while Redis does not answer, and no one is declared gone', async () => {
    await deployment.lines.toRedis.set({ kind: 'cut_reply' });
    const { mine, supervisorsHere } = await calls();
    expect(mine).toMatchObject([{ id: callId }]);
    expect(supervisorsHere).toBeNull();
    await ana.hears('help:changed', ({ calls: open }) => open.some(({ id }) => id === callId));
  });
});
