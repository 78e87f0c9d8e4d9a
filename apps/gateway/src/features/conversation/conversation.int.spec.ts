import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aWrapUp } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

describe('a conversation with each side on another gateway', () => {
  it('a conversation goes from the queue to the wrap-up, with each side on another gateway', async () => {
    const [here, there] = [deployment.gateway(0), deployment.gateway(1)];
    const visitor = await aVisitor().named('Sam').waitingAt(here);
    await visitor.says('is anybody there?');
    const responder = await aResponder(deployment, there);

    const held = await responder.takes(visitor.id);
    const talking = await visitor.hears('conversation:changed', ({ state }) => state === 'talking');
    expect(talking.responder).toEqual({ name: responder.person.name, present: true });

    const page = await responder.reads(held);
    expect(page.entries).toMatchObject([
      { kind: 'event', seq: 1, event: 'started' },
      { kind: 'message', seq: 2, from: 'visitor', name: 'Sam', body: 'is anybody there?' },
      { kind: 'event', seq: 3, event: 'joined', name: responder.person.name },
    ]);

    await responder.says(held, 'hello Sam, I am here');
    const { entries } = await visitor.hears('timeline:appended', ({ entries: [first] }) => first?.seq === 4);
    expect(entries).toMatchObject([
      { seq: 4, from: 'responder', name: responder.person.name, body: 'hello Sam, I am here' },
    ]);
    await visitor.says('good');
    await responder.hears('timeline:appended', ({ entries: [first] }) => first?.seq === 5);

    await responder.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
    const ended = await visitor.hears('conversation:changed', ({ state }) => state === 'ended');
    expect(ended.endReason).toBe('responder_ended_agreed');
    await responder.hears('desk:changed', ({ caseload: [item] }) => item?.state === 'wrap_up');
    await responder.must('wrap_up:finish', { ...held, wrapUp: aWrapUp('went well') });
    responder.forget();
    await responder.hears('desk:changed', ({ caseload }) => caseload.length === 0);
    expect(await responder.refusal('timeline:read', { conversationId: held.conversationId, after: 0 })).toBe(
      'not_found',
    );
  });
});
