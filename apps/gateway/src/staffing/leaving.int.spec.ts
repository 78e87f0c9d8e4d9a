import { until } from '@warmline/test-kit';
import { Deployment } from '../../test/deployment/deployment';
import { aResponder, Console, signIn, type HeldHere } from '../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.25 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const aConversation = async (): Promise<{ visitor: Visitor; responder: Console; held: HeldHere }> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  const responder = await aResponder(deployment, deployment.gateway(1));
  return { visitor, responder, held: await responder.takes(visitor.id) };
};

const signsOut = async ({ cookie }: Console): Promise<void> => {
  const answer = await fetch(`${deployment.gateway(1).url}/api/session`, {
    method: 'DELETE',
    headers: { cookie },
  });
  expect(answer.status).toBe(204);
};

const entry = (visitor: Visitor) =>
  deployment.database.one<{ entered_at: Date; band: number; state: string; end_reason: string | null }>(
    'select entered_at, band, state, end_reason from conversation where id = $1',
    [visitor.id],
  );

describe('a responder who signs out with a conversation', () => {
  it('[ASG4] [ASG6] a sign-out puts the visitor back in the queue at once with the old entry time, and is told and recorded', async () => {
    const { visitor, responder } = await aConversation();
    const before = await entry(visitor);
    visitor.forget();
    await signsOut(responder);
    expect(await entry(visitor)).toEqual({ ...before, state: 'waiting', band: 2 });
    const told = await visitor.hears('conversation:changed', ({ state }) => state === 'waiting');
    expect(told.responder).toBeNull();
    expect(
      await deployment.database.count(`audit_entry where conversation_id = $1 and action = 'holding_lost'`, [
        visitor.id,
      ]),
    ).toBe(1);
    await (await aResponder(deployment)).takes(visitor.id);
  });

  it('a sign-out keeps the conversation when the person has another session', async () => {
    const { visitor, responder, held } = await aConversation();
    const gateway = deployment.gateway(0);
    const elsewhere = await Console.connected(gateway, {
      person: responder.person,
      cookie: await signIn(gateway, responder.person),
    });
    await signsOut(responder);
    await responder.closes();
    expect(await elsewhere.says(held, 'still here')).toMatchObject({ seq: 3 });
    expect((await entry(visitor)).state).toBe('talking');
  });
});

describe('a console that hears no answers', () => {
  it('[ASG4] a console that hears no answers keeps no holding alive, however often it connects', async () => {
    const { visitor, responder } = await aConversation();
    responder.leave();
    const deaf: { disconnect: () => unknown }[] = [];
    await until('somebody else to be asked', async () => {
      deaf.push(await Console.reaches(deployment.gateway(0), responder.cookie));
      return (await entry(visitor)).state === 'waiting';
    });
    for (const socket of deaf) socket.disconnect();
  });
});

/** As if a gateway had been running for a day, and this visitor's page had been away for an hour and a half of it. */
const awayForLong = async (visitor: Visitor): Promise<void> => {
  visitor.leave();
  await until('the page to be gone', async () =>
    deployment.gateways.every(({ app }) => app.getHttpServer() !== null),
  );
  await deployment.database.sql(`update gateway_heartbeat set since = clock_timestamp() - interval '1 day'`);
  await deployment.database.sql(
    `update conversation set entered_at = clock_timestamp() - interval '90 min' where id = $1`,
    [visitor.id],
  );
  await until('the page to be long gone', async () => {
    await deployment.database.sql(
      `update visitor_presence set at = clock_timestamp() - interval '90 min' where conversation_id = $1`,
      [visitor.id],
    );
    return (await entry(visitor)).state === 'ended';
  });
};

describe('a visitor who does not come back', () => {
  it('[ASG6] a visitor who does not come back loses the reserved place when its time is over, and not before', async () => {
    const [gone, here] = [
      await aVisitor().waitingAt(deployment.gateway(0)),
      await aVisitor().waitingAt(deployment.gateway(1)),
    ];
    await awayForLong(gone);
    expect(await entry(gone)).toMatchObject({ state: 'ended', end_reason: 'left_waiting' });
    expect((await entry(here)).state).toBe('waiting');
  });

  it('a conversation whose visitor does not come back ends as a lost connection, and the responder is free again', async () => {
    const { visitor, responder } = await aConversation();
    responder.forget();
    await awayForLong(visitor);
    expect(await entry(visitor)).toMatchObject({ state: 'ended', end_reason: 'connection_lost' });
    await responder.hears('desk:changed', ({ caseload: [item] }) => item?.state === 'wrap_up');
    expect(
      await deployment.database.count(
        `audit_entry where conversation_id = $1 and action = 'conversation_ended' and reason = 'connection_lost'`,
        [visitor.id],
      ),
    ).toBe(1);
  });
});
