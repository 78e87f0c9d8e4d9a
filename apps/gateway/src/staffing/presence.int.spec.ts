import { until } from '@warmline/test-kit';
import { Deployment } from '../../test/deployment/deployment';
import type { RunningGateway } from '../../test/deployment/running';
import { aResponder, aSupervisor, type Console, type HeldHere } from '../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.25 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** A conversation of a visitor on one gateway and a responder on the other. */
const aConversation = async (): Promise<{ visitor: Visitor; responder: Console; held: HeldHere }> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  const responder = await aResponder(deployment, deployment.gateway(1));
  const held = await responder.takes(visitor.id);
  await responder.reads(held);
  await responder.must('availability:set', { availability: 'away' });
  return { visitor, responder, held };
};

/** Between two polls of a gateway, at this deployment's time scale (ms). */
const POLL = 0.25 * 3_000;

/** Returns a function that waits for this many polls of a gateway. */
const ticksAt = async (gateway: RunningGateway): Promise<(count: number) => Promise<void>> => {
  const watching = await aSupervisor(deployment, gateway);
  return async (count) => {
    const { now: began } = await watching.must('live_view:open', {});
    await watching.seesLiveView(({ now }) => now - began >= count * POLL);
  };
};

describe('presence', () => {
  it('a visitor who closes the page is away on the desk, and present again when they return', async () => {
    const { visitor, responder } = await aConversation();
    await responder.hears('desk:changed', ({ caseload: [item] }) => item?.visitorPresent === true);
    responder.forget();
    visitor.leave();
    await responder.hears('desk:changed', ({ caseload: [item] }) => item?.visitorPresent === false);
    responder.forget();
    await visitor.again(deployment.gateway(1));
    await responder.hears('desk:changed', ({ caseload: [item] }) => item?.visitorPresent === true);
  });

  it('an unchanged desk is not read and sent again with every poll', async () => {
    const { responder } = await aConversation();
    const ticks = await ticksAt(deployment.gateway(1));
    await ticks(4);
    responder.forget();
    await ticks(4);
    expect(responder.notices('desk:changed')).toEqual([]);
  });

  it('a desk changes with a message only when its console does not receive the conversation', async () => {
    const { visitor, responder } = await aConversation();
    const ticks = await ticksAt(deployment.gateway(1));
    await ticks(4);
    responder.forget();
    await visitor.says('is somebody there?');
    await responder.hears('timeline:appended');
    await ticks(4);
    expect(responder.notices('desk:changed')).toEqual([]);
    const deaf = await responder.again(deployment.gateway(1));
    await ticks(4);
    deaf.forget();
    const { seq } = await visitor.says('hello?');
    await deaf.hears('desk:changed', ({ caseload: [item] }) => item?.head === seq);
  });

  it('a visitor with two pages is present until both are closed', async () => {
    const { visitor, responder } = await aConversation();
    const other = await visitor.again(deployment.gateway(0));
    visitor.leave();
    await responder.says({ conversationId: visitor.id, epoch: 1 }, 'are you there?');
    await other.hears('timeline:appended');
    const { caseload } = await responder.must('desk:open', {});
    expect(caseload[0]?.visitorPresent).toBe(true);
  });

  it('a responder whose console closes is shown as away to the visitor, and as back', async () => {
    const { visitor, responder } = await aConversation();
    visitor.forget();
    responder.leave();
    await visitor.hears('conversation:changed', ({ responder: holder }) => holder?.present === false);
    visitor.forget();
    await responder.again(deployment.gateway(0));
    await visitor.hears('conversation:changed', ({ responder: holder }) => holder?.present === true);
  });

  it('a visitor who has closed the page is offered to no one, and keeps the position', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    visitor.leave();
    const board = await aSupervisor(deployment);
    await board.must('live_view:open', {});
    await board.seesLiveView(({ waiting }) => waiting.some((row) => !row.visitorPresent));
    const responder = await aResponder(deployment, deployment.gateway(1));
    const present = await aVisitor().waitingAt(deployment.gateway(1));
    const offer = await responder.isOffered();
    expect(offer.conversationId).toBe(present.id);
    await responder.must('offer:decline', { offerId: offer.id });
    await visitor.again(deployment.gateway(1));
    await responder.isOffered(({ conversationId }) => conversationId === visitor.id);
  });
});

describe('typing and receipts', () => {
  it('typing is shown to the other side at its gateway, and to no one else', async () => {
    const { visitor, responder, held } = await aConversation();
    const stranger = await aVisitor().waitingAt(deployment.gateway(0));
    await visitor.must('typing:set', { typing: true });
    const told = await responder.hears('typing:changed');
    expect(told).toEqual({ conversationId: visitor.id, from: 'visitor', typing: true });
    await responder.must('typing:set', { ...held, typing: true });
    expect(await visitor.hears('typing:changed')).toEqual({ typing: true });
    expect(visitor.notices('typing:changed')).toHaveLength(1);
    expect(stranger.notices('typing:changed')).toEqual([]);
  });

  it('receipts move forward only, never past the head, and reach the other side', async () => {
    const { visitor, responder, held } = await aConversation();
    await responder.says(held, 'hello');
    for (const seq of [3, 1, 2, 1_000_000]) await visitor.must('receipt:seen', { seq });
    for (const seq of [2, 1]) await responder.must('receipt:seen', { ...held, seq });
    await responder.hears('desk:changed', ({ caseload: [item] }) => item?.receipts.visitor === 3);
    await visitor.hears('conversation:changed', ({ receipts }) => receipts.responder === 2);
    expect((await visitor.opens()).receipts).toEqual({ visitor: 3, responder: 2 });
  });
});

describe('a responder whose connection is lost', () => {
  const leaseRunsOut = (conversation: string, left = '-1 ms'): Promise<unknown> =>
    deployment.database.sql(
      `update holding set lease_until = clock_timestamp() + $2::interval where conversation_id = $1 and ended_at is null`,
      [conversation, left],
    );

  it('[ASG4] [ASG6] a responder lost for the whole lease loses the visitor, who is told, waits with the old entry time, and is offered first', async () => {
    const { visitor, responder, held } = await aConversation();
    await visitor.says('before');
    const row = () =>
      deployment.database.one('select entered_at, band from conversation where id = $1', [visitor.id]);
    const before = await row();
    responder.cut();
    await visitor.hears('conversation:changed', ({ responder: holder }) => holder?.present === false);
    visitor.forget();
    await leaseRunsOut(visitor.id);
    const waiting = await visitor.hears('conversation:changed', ({ state }) => state === 'waiting');
    expect(waiting.responder).toBeNull();
    expect(await row()).toEqual({ ...before, band: 2 });
    expect((await visitor.reads()).entries.at(-1)).toMatchObject({ event: 'requeued' });
    expect(await visitor.says('still here')).toMatchObject({ seq: 5 });

    const back = await responder.again(deployment.gateway(0));
    expect(await back.refusal('message:send', { ...held, id: crypto.randomUUID(), body: 'stale' })).toBe(
      'stale_epoch',
    );
    await back.becomesAvailable();
    expect(await back.takes(visitor.id)).toEqual({ conversationId: visitor.id, epoch: 2 });
    await visitor.hears(
      'conversation:changed',
      ({ state, version }) => state === 'talking' && version > waiting.version,
    );
  });

  it('[ASG4] a responder whose gateway has stopped is found in the same way', async () => {
    const doomed = await deployment.startGateway();
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment, doomed);
    await responder.takes(visitor.id);
    deployment.gateways.pop();
    await doomed.stop();
    await leaseRunsOut(visitor.id);
    await visitor.hears('timeline:appended', ({ entries }) =>
      entries.some((entry) => entry.kind === 'event' && entry.event === 'requeued'),
    );
  });

  it('a responder whose console answers pings keeps the conversation', async () => {
    const { visitor } = await aConversation();
    await leaseRunsOut(visitor.id, '3 s');
    await until('the lease to be renewed', async () =>
      deployment.database
        .count(
          `holding where conversation_id = $1 and ended_at is null and lease_until > clock_timestamp() + interval '3500 ms'`,
          [visitor.id],
        )
        .then((count) => count === 1),
    );
  });
});
