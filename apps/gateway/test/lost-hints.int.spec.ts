import { Deployment } from './deployment/deployment';
import { aResponder, type Console, type HeldHere } from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

let deployment: Deployment;
let visitors: readonly [Visitor, Visitor];
let responder: Console;
let held: readonly [HeldHere, HeldHere];
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  const [here, there] = [deployment.gateway(0), deployment.gateway(1)];
  visitors = [await aVisitor().waitingAt(here), await aVisitor().waitingAt(here)];
  responder = await aResponder(deployment, there, { capacity: 2 });
  const [one, other] = visitors;
  held = [await responder.takes(one.id), await responder.takes(other.id)];
  for (const theirs of held) await responder.reads(theirs);
  for (const gateway of [here, there]) gateway.loseRedis();
});
afterAll(() => deployment.stop());

const hears = (page: Console | Visitor, said: string): Promise<unknown> =>
  page.hears('timeline:appended', ({ entries }) =>
    entries.some((entry) => entry.kind === 'message' && entry.body === said),
  );

describe('hints that are lost', () => {
  it('[MSG1] [MSG7] cost a tick and no message: both sides hear each other by way of Postgres alone', async () => {
    await visitors[0].says('nobody was told of this');
    await hears(responder, 'nobody was told of this');
    await responder.says(held[0], 'nor of this');
    await hears(visitors[0], 'nor of this');
  });

  it('[MSG1] [MSG3] of several conversations at once cost none of them a message, whichever is read first', async () => {
    await responder.says(held[0], 'first, to one');
    await responder.says(held[1], 'then to the other');
    await responder.says(held[0], 'and to the first again');
    await hears(visitors[0], 'first, to one');
    await hears(visitors[1], 'then to the other');
    await hears(visitors[0], 'and to the first again');
  });
});
