import { randomUUID } from 'node:crypto';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aConsole, aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** As if they had waited so much longer, in seconds. */
const waitsLonger = ({ id }: Visitor, seconds: number): Promise<unknown> =>
  deployment.database.sql(
    `update conversation set waiting_since = waiting_since - $2 * interval '1 second',
       safety_at = safety_at - $2 * interval '1 second', version = version + 1 where id = $1`,
    [id, seconds],
  );

describe('a visitor in danger whom nobody has taken', () => {
  it('[SAF1] alarms every connected supervisor after 10 s and every 30 s again, until one takes them', async () => {
    const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    const [ana, bea] = [await aSupervisor(deployment), await aSupervisor(deployment, deployment.gateway(1))];
    for (const supervisor of [ana, bea]) {
      const { inDanger } = await supervisor.must('help:open', {});
      expect(inDanger).toEqual([]);
    }
    for (const rings of [1, 2]) {
      await waitsLonger(visitor, rings === 1 ? 10 : 30);
      for (const supervisor of [ana, bea])
        await supervisor.hears('help:changed', ({ inDanger }) =>
          inDanger.some((one) => one.conversationId === visitor.id && one.rings === rings),
        );
    }
    await bea.must('conversation:take_over', { conversationId: visitor.id, reason: 'safety' });
    await until('the alarm to stop', async () => (await ana.must('help:open', {})).inDanger.length === 0);
  });

  it('[SAF1] is about no flood and no page that is gone', async () => {
    const supervisor = await aSupervisor(deployment);
    const visitors: Visitor[] = [];
    for (let each = 0; each < 4; each += 1)
      visitors.push(await aVisitor().inDanger().waitingAt(deployment.gateway(0)));
    const [unseen, wrote, unproven, gone] = visitors as [Visitor, Visitor, Visitor, Visitor];
    for (const { id } of [wrote, unproven, gone])
      await deployment.database.sql('update conversation set visitor_messages = 1 where id = $1', [id]);
    await deployment.database.sql('update conversation set needs_proof = true where id = $1', [unproven.id]);
    gone.cut();
    await waitsLonger(unseen, 60);
    for (const visitor of [wrote, unproven, gone]) await waitsLonger(visitor, 30);
    const alarmed = async (): Promise<string[]> =>
      (await supervisor.must('help:open', {})).inDanger.map(({ conversationId }) => conversationId);
    await until('the page that is gone to be known', async () => !(await alarmed()).includes(gone.id));
    expect(new Set(await alarmed())).toEqual(new Set([wrote.id, unseen.id]));
  });

  it('[SAF1] stays with the one who took them first: a supervisor, or a responder who accepted the offer', async () => {
    const [ana, bea] = [await aSupervisor(deployment), await aSupervisor(deployment, deployment.gateway(1))];
    const first = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    const takes = { conversationId: first.id, reason: 'safety', onlyWaiting: true } as const;
    const held = await ana.must('conversation:take_over', takes);
    expect(await bea.refusal('conversation:take_over', takes)).toBe('offer_taken');
    expect(await ana.must('conversation:take_over', takes)).toEqual(held);

    const second = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment, deployment.gateway(1));
    const accepted = await responder.takes(second.id);
    expect(await bea.refusal('conversation:take_over', { ...takes, conversationId: second.id })).toBe(
      'offer_taken',
    );
    expect(await responder.says(accepted, 'I am here')).toBeDefined();
  });

  it('[SAF1] is shown to no responder, and a supervisor at capacity may take them', async () => {
    const supervisor = await aSupervisor(deployment);
    for (let taken = 0; taken < 3; taken += 1) {
      const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
      await waitsLonger(visitor, 10);
      const responder = await aConsole(deployment, deployment.gateway(1));
      expect((await responder.must('help:open', {})).inDanger).toEqual([]);
      await supervisor.must('conversation:take_over', { conversationId: visitor.id, reason: 'safety' });
    }
    const safe = await aVisitor().waitingAt(deployment.gateway(0));
    const about = { conversationId: safe.id, reason: 'quality' } as const;
    expect(await supervisor.refusal('conversation:take_over', about)).toBe('at_capacity');
  });

  it('[SAF1] is recorded once for each wait and each supervisor whose page has shown it', async () => {
    const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    const supervisor = await aSupervisor(deployment);
    const shown = { conversationIds: [visitor.id] };
    for (let times = 0; times < 2; times += 1) await supervisor.must('help:heard', shown);
    const responder = await aConsole(deployment, deployment.gateway(1));
    expect(await responder.refusal('help:heard', shown)).toBe('not_allowed');
    const heard = await deployment.database.sql(
      `select actor_id from audit_entry where action = 'danger_heard' and conversation_id = $1`,
      [visitor.id],
    );
    expect(heard).toEqual([{ actor_id: supervisor.person.id }]);
  });
});

describe('what supervisors hear beside alarms', () => {
  it('[SAF1] a call for help rings again every 30 s until a supervisor answers', async () => {
    const supervisor = await aSupervisor(deployment);
    const responder = await aResponder(deployment, deployment.gateway(1));
    const callId = randomUUID();
    await responder.must('help:call', { callId, conversationId: null, urgency: 'normal' });
    const rings = async (): Promise<number | undefined> =>
      (await supervisor.must('help:open', {})).calls.find(({ id }) => id === callId)?.rings;
    expect(await rings()).toBe(1);
    await deployment.database.sql(
      `update help_call set called_at = called_at - interval '65 seconds' where id = $1`,
      [callId],
    );
    expect(await rings()).toBe(3);
    await supervisor.must('help:answer', { callId });
    expect(await rings()).toBe(0);
  });

  it('[SAF1] visitors wait and everyone is away, two offers were missed, or a shift is over with a chat open', async () => {
    const supervisor = await aSupervisor(deployment);
    const responder = await aResponder(deployment, deployment.gateway(1));
    const first = await aVisitor().waitingAt(deployment.gateway(0));
    await responder.takes(first.id);
    const view = () => supervisor.must('help:open', {});
    const { id, name } = responder.person;
    await deployment.database.sql(
      `update staff set shift_ends_at = clock_timestamp() - interval '1 minute' where id = $1`,
      [id],
    );
    expect((await view()).shiftsOver).toMatchObject([{ conversationId: first.id, responder: { id, name } }]);
    const second = await aVisitor().waitingAt(deployment.gateway(0));
    expect((await view()).everyoneAway).toBeNull();
    await deployment.database.sql(
      `update staff set availability = 'away', away_because = 'missed_offers',
         shift_ends_at = clock_timestamp() + interval '1 hour', free_since = clock_timestamp() - interval '31 seconds'
       where id = $1`,
      [id],
    );
    // Those of the tests before went away a moment ago.
    await deployment.database.sql(`update staff set free_since = clock_timestamp() - interval '31 seconds'`);
    await waitsLonger(second, 31);
    const { everyoneAway, missedOffers } = await view();
    expect(everyoneAway).toMatchObject({ waiting: 1 });
    expect(missedOffers).toMatchObject([{ responder: { id, name } }]);
    const other = await aConsole(deployment, deployment.gateway(1));
    expect(await other.must('help:open', {})).toMatchObject({
      everyoneAway: null,
      missedOffers: [],
      shiftsOver: [],
    });
  });
});
