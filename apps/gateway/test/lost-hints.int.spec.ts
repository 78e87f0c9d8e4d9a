import { Deployment } from './deployment/deployment';
import { aResponder } from './deployment/staff';
import { aVisitor } from './deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterAll(() => deployment.stop());

describe('hints that are lost', () => {
  it('[MSG1] [MSG7] cost a tick and no message: both sides hear each other by way of Postgres alone', async () => {
    const [here, there] = [deployment.gateway(0), deployment.gateway(1)];
    const visitor = await aVisitor().waitingAt(here);
    const responder = await aResponder(deployment, there);
    const held = await responder.takes(visitor.id);
    await responder.reads(held);
    for (const gateway of [here, there]) gateway.loseRedis();
    await visitor.says('nobody was told of this');
    await responder.hears('timeline:appended', ({ entries }) =>
      entries.some((entry) => entry.kind === 'message' && entry.body === 'nobody was told of this'),
    );
    await responder.says(held, 'nor of this');
    await visitor.hears('timeline:appended', ({ entries }) =>
      entries.some((entry) => entry.kind === 'message' && entry.body === 'nor of this'),
    );
  });
});
