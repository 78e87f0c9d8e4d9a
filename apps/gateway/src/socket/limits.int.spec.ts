import { randomUUID } from 'node:crypto';
import type { Refusal } from '@warmline/vocabulary';
import { Deployment } from '../../test/deployment/deployment';
import { aVisitor, type Visitor } from '../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
});
afterAll(() => deployment.stop());

const untilTooFast = async (visitor: Visitor): Promise<Refusal | null> => {
  for (let sent = 0; sent < deployment.config.MESSAGES_PER_20S + 1; sent += 1) {
    const refusal = await visitor.refusal('message:send', { id: randomUUID(), body: 'again' });
    if (refusal !== null) return refusal;
  }
  return null;
};

describe('limits', () => {
  it('limits refuse the page that is too fast, and no other one on the same network', async () => {
    const [fast, other] = [
      await aVisitor().waitingAt(deployment.gateway()),
      await aVisitor().waitingAt(deployment.gateway()),
    ];
    expect(await untilTooFast(fast)).toBe('too_fast');
    expect(await other.refusal('message:send', { id: randomUUID(), body: 'only this' })).toBeNull();
    const third = await aVisitor().waitingAt(deployment.gateway());
    expect(await third.refusal('message:send', { id: randomUUID(), body: 'only this' })).toBeNull();
  });
});
