import type { Entry } from '@warmline/contracts';
import { Deployment } from './deployment/deployment';
import { aResponder, aSupervisor, type Console, type HeldHere } from './deployment/staff';
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

/** Matches the push that contains this message. */
const saying =
  (body: string) =>
  ({ entries }: { readonly entries: readonly Entry[] }): boolean =>
    entries.some((entry) => entry.kind === 'message' && entry.body === body);

describe('hints that are lost', () => {
  it('[MSG1] [MSG7] lost hints cost one poll interval and no message, since both sides read from Postgres', async () => {
    await visitors[0].says('nobody was told of this');
    await responder.hears('timeline:appended', saying('nobody was told of this'));
    await responder.says(held[0], 'nor of this');
    await visitors[0].hears('timeline:appended', saying('nor of this'));
  });

  it('[MSG1] [MSG3] lost hints of several conversations cost none of them a message, whichever is read first', async () => {
    await responder.says(held[0], 'first, to one');
    await responder.says(held[1], 'then to the other');
    await responder.says(held[0], 'and to the first again');
    await visitors[0].hears('timeline:appended', saying('first, to one'));
    await visitors[1].hears('timeline:appended', saying('then to the other'));
    await visitors[0].hears('timeline:appended', saying('and to the first again'));
  });

  it('[HND2] when hints are lost, the former holder reads nothing written after control passed', async () => {
    const [here, there] = [deployment.gateway(0), deployment.gateway(1)];
    const supervisor = await aSupervisor(deployment, here);
    const besideThem = await visitors[0].again(there);
    const { id: conversationId } = visitors[0];
    const taken = await supervisor.must('conversation:take_over', { conversationId, reason: 'safety' });
    await supervisor.says(taken, 'for one reader less');
    await besideThem.hears('timeline:appended', saying('for one reader less'));
    const pushed = responder.notices('timeline:appended').flatMap(({ entries }) => entries);
    expect(saying('for one reader less')({ entries: pushed })).toBe(false);
    expect(await responder.refusal('timeline:read', { conversationId, after: 0 })).toBe('not_found');
  });
});
