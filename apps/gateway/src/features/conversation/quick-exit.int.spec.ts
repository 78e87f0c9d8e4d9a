import { Deployment } from '../../../test/deployment/deployment';
import { aResponder } from '../../../test/deployment/staff';
import { aVisitor, Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const leaveQuickly = (token: string): Promise<unknown> =>
  fetch(`${deployment.gateway(0).url}/v/exit`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });

/** What a page gets that connects with this token after the exit. */
const refusalsOf = async (token: string) => {
  const page = await Visitor.connected(deployment.gateway(1), token);
  return {
    open: await page.refusal('conversation:open', {}),
    write: await page.refusal('message:send', { id: crypto.randomUUID(), body: 'still here' }),
    read: await page.refusal('timeline:read', { after: 0 }),
  };
};

const NOTHING = { open: 'not_found', write: 'not_found', read: 'not_found' };

describe('a quick exit in one of two tabs', () => {
  it('closes the other tab in the middle of a chat, on another gateway, and its token opens nothing', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment);
    await responder.takes(visitor.id);
    const otherTab = await visitor.again(deployment.gateway(1));
    const closed = otherTab.closes();
    await leaveQuickly(visitor.token);
    await closed;
    expect(await refusalsOf(visitor.token)).toEqual(NOTHING);
  });

  it('closes the other tab in the queue, and its token opens nothing', async () => {
    const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    const otherTab = await visitor.again(deployment.gateway(1));
    const closed = otherTab.closes();
    await leaveQuickly(visitor.token);
    await closed;
    expect(await refusalsOf(visitor.token)).toEqual(NOTHING);
  });
});
