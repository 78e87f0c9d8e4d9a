import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import {
  aHandoverOf,
  aHeldConversation,
  auditOf,
  becomes,
  hearsNoMore,
  runOut,
  storedHandover,
  told,
  untilFree,
  type Warm,
} from '../../../test/deployment/handing-over';
import { aBrief } from '../../../test/deployment/payloads';
import { aResponder, type Console } from '../../../test/deployment/staff';
import { LoseHolder } from '../conversation/lose-holder';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.25 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const steps = () => aHandoverOf(deployment);
type Step = keyof ReturnType<typeof steps>;

/** The sender is still the one writer, under the epoch they had, and the receiver reads nothing. */
const staysWithSender = async ({ visitor, sender, receiver, held }: Warm): Promise<void> => {
  await sender.says(held, 'I am still here');
  expect((await visitor.opens()).responder?.name).toBe(sender.person.name);
  expect((await visitor.opens()).handover).toBeNull();
  expect(await deployment.database.count('holding where conversation_id = $1', [visitor.id])).toBe(1);
  if (!receiver.socket.connected) return;
  await hearsNoMore(deployment, visitor.id, receiver);
  receiver.forget();
  await visitor.says('to the sender alone');
  await sender.hears('timeline:appended', ({ entries }) => told(entries).includes('to the sender alone'));
  await receiver.must('desk:open', {});
  expect(receiver.notices('timeline:appended')).toEqual([]);
  expect(await receiver.refusal('timeline:read', { conversationId: visitor.id, after: 0 })).toBe('not_found');
};

describe('a handover that fails', () => {
  it('[HND1] a declined handover stays with the sender, who is told', async () => {
    const warm = await steps().asked();
    await warm.receiver.must('handover:decline', { handoverId: warm.handoverId });
    const told = await warm.sender.hears(
      'desk:changed',
      ({ handovers }) => handovers[0]?.state === 'declined',
    );
    expect(told.caseload).toMatchObject([{ ...warm.held, state: 'talking' }]);
    await staysWithSender(warm);
    expect((await auditOf(deployment, warm.handoverId)).at(-1)).toBe('handover_closed');
  });

  it('[HND1] a handover that its one receiver does not answer in time stays with the sender', async () => {
    const warm = await steps().asked();
    await runOut(deployment, warm.handoverId);
    const late = await warm.receiver.refusal('handover:accept', { handoverId: warm.handoverId });
    expect(late).toBe('handover_closed');
    expect(await becomes(deployment, warm.handoverId, 'expired')).toBe('not_answered');
    await staysWithSender(warm);
  });

  it('[HND4] a handover that the visitor declines stays with the sender', async () => {
    const warm = await steps().accepted();
    const { visitor, receiver, handoverId } = warm;
    await visitor.must('handover:answer', { handoverId, agrees: false });
    await visitor.must('handover:answer', { handoverId, agrees: true });
    expect(await storedHandover(deployment, handoverId)).toMatchObject({
      state: 'visitor_said_no',
      reason: null,
    });
    expect(await receiver.refusal('handover:take_control', { handoverId })).toBe('handover_closed');
    expect(told((await visitor.reads()).entries)).toEqual(['started', 'joined']);
    await staysWithSender(warm);
  });

  it('[HND4] a handover that the visitor does not answer stays with the sender, and a late yes changes nothing', async () => {
    const warm = await steps().accepted();
    const { visitor, handoverId } = warm;
    await runOut(deployment, handoverId);
    await visitor.must('handover:answer', { handoverId, agrees: true });
    expect(await becomes(deployment, handoverId, 'expired')).toBe('visitor_silent');
    await staysWithSender(warm);
  });

  it.each<Step>(['asked', 'read'])(
    '[HND1] withdrawn by the sender when %s: it stays with them, and again is harmless',
    async (step) => {
      const warm = await steps()[step]();
      const { sender, handoverId } = warm;
      await sender.must('handover:withdraw', { handoverId });
      expect(await sender.refusal('handover:withdraw', { handoverId })).toBe('handover_closed');
      expect(await storedHandover(deployment, handoverId)).toMatchObject({
        state: 'cancelled',
        reason: 'withdrawn',
      });
      await staysWithSender(warm);
    },
  );

  it('[HND1] a handover ends with its conversation when the visitor leaves', async () => {
    const { visitor, receiver } = await steps().joined();
    await visitor.must('conversation:end', {});
    await receiver.hears('desk:changed', ({ handovers }) => handovers[0]?.reason === 'conversation_ended');
    await hearsNoMore(deployment, visitor.id, receiver);
  });
});

describe('a handover to anyone who is free', () => {
  const offeredTo = async (console: Console): Promise<string> => {
    const isAsked = ({ state, receiver }: { state: string; receiver: { id: string } | null }): boolean =>
      state === 'offered' && receiver?.id === console.person.id;
    const { handovers } = await console.must('desk:open', {});
    const now = handovers.find(isAsked);
    if (now !== undefined) return now.id;
    const desk = await console.hears('desk:changed', (changed) => changed.handovers.some(isAsked));
    return desk.handovers.find(isAsked)?.id ?? '';
  };

  it('[HND1] a handover goes to the next person when one declines or is silent, to no one twice, and ends when no one is left', async () => {
    const { visitor, sender, held } = await aHeldConversation(deployment);
    const first = await aResponder(deployment, deployment.gateway(0));
    await untilFree(sender, visitor.id, first);
    const handoverId = randomUUID();
    const asking = { ...held, handoverId, to: { to: 'queue' } as const, mustLeave: false, brief: aBrief() };
    await sender.must('handover:propose', asking);
    expect((await sender.must('handover:propose', asking)).id).toBe(handoverId);
    expect(await offeredTo(first)).toBe(handoverId);
    const second = await aResponder(deployment, deployment.gateway(1));
    await first.must('handover:decline', { handoverId });
    expect(await offeredTo(second)).toBe(handoverId);
    await runOut(deployment, handoverId);
    await becomes(deployment, handoverId, 'proposed');
    expect(await first.refusal('handover:accept', { handoverId })).toBe('not_found');
    await runOut(deployment, handoverId);
    expect(await becomes(deployment, handoverId, 'expired')).toBe('nobody_free');
    await sender.says(held, 'I stay');
    const asked = await deployment.database.sql(
      `select action, coalesce(whom, actor_id) as staff from audit_entry
       where subject = $1 and action in ('handover_offered', 'handover_declined', 'handover_missed') order by id`,
      [handoverId],
    );
    expect(asked).toEqual([
      { action: 'handover_offered', staff: first.person.id },
      { action: 'handover_declined', staff: first.person.id },
      { action: 'handover_offered', staff: second.person.id },
      { action: 'handover_missed', staff: second.person.id },
    ]);
  });

  it('a handover waits for a person with the skill who becomes free', async () => {
    const { visitor, sender, held } = await aHeldConversation(deployment);
    const handoverId = randomUUID();
    const to = { to: 'skill', skill: 'welsh' } as const;
    await sender.must('handover:propose', { ...held, handoverId, to, mustLeave: false, brief: aBrief() });
    const other = await aResponder(deployment, deployment.gateway(0));
    await untilFree(sender, visitor.id, other);
    const welsh = await aResponder(deployment, deployment.gateway(1));
    await deployment.database.sql(`update staff set skills = '{welsh}' where id = $1`, [welsh.person.id]);
    expect(await offeredTo(welsh)).toBe(handoverId);
    expect((await other.must('desk:open', {})).handovers).toEqual([]);
  });
});

const silent = (what: 'receiver' | 'holder', conversation: string): Promise<unknown> =>
  deployment.database.sql(
    what === 'holder'
      ? `update holding set lease_until = clock_timestamp() - interval '1 ms' where conversation_id = $1 and ended_at is null`
      : `update handover set receiver_lease_until = clock_timestamp() - interval '1 ms' where conversation_id = $1`,
    [conversation],
  );

describe('a connection that is lost during a handover', () => {
  it.each<Step>(['accepted', 'read'])(
    '[HND1] the receiver’s, when %s: it stays with the sender',
    async (step) => {
      const warm = await steps()[step]();
      warm.receiver.cut();
      await silent('receiver', warm.visitor.id);
      expect(await becomes(deployment, warm.handoverId, 'cancelled')).toBe('receiver_lost');
      await staysWithSender(warm);
    },
  );

  it.each<Step>(['asked', 'accepted'])(
    '[HND1] [ASG4] the sender’s, when %s: the visitor waits again with the old entry time, and the sender can take them back',
    async (step) => {
      const { visitor, sender, receiver, handoverId } = await steps()[step]();
      const enteredAt = () =>
        deployment.database.one('select entered_at from conversation where id = $1', [visitor.id]);
      const before = await enteredAt();
      sender.cut();
      await silent('holder', visitor.id);
      expect(await becomes(deployment, handoverId, 'cancelled')).toBe('sender_lost');
      await receiver.must('availability:set', { availability: 'away' });
      expect((await visitor.opens()).state).toBe('waiting');
      expect(await enteredAt()).toEqual(before);
      const back = await (await sender.again(deployment.gateway(0))).becomesAvailable();
      expect(await back.takes(visitor.id)).toEqual({ conversationId: visitor.id, epoch: 2 });
    },
  );

  it.each<Step>(['joined', 'read'])(
    '[HND1] [HND2] the sender’s, when %s: the receiver, who is there, takes control at once',
    async (step) => {
      const { visitor, sender, receiver, handoverId, held } = await steps()[step]();
      sender.cut();
      await silent('holder', visitor.id);
      await becomes(deployment, handoverId, 'control_passed');
      await receiver.says({ ...held, epoch: held.epoch + 1 }, 'I have you');
      expect(told((await visitor.reads()).entries)).not.toContain('requeued');
      const back = await sender.again(deployment.gateway(1));
      const stale = { ...held, id: randomUUID(), body: 'am I still here?' };
      expect(await back.refusal('message:send', stale)).toBe('stale_epoch');
    },
  );

  it('[HND1] [ASG4] a receiver who is lost after control has passed puts the visitor back in the queue, and can take them again', async () => {
    const { visitor, receiver, handoverId } = await steps().passed();
    receiver.cut();
    await silent('holder', visitor.id);
    await becomes(deployment, handoverId, 'left');
    expect((await visitor.opens()).state).toBe('waiting');
    const back = await (await receiver.again(deployment.gateway(0))).becomesAvailable();
    expect(await back.takes(visitor.id)).toEqual({ conversationId: visitor.id, epoch: 3 });
  });

  it('[HND1] [ASG4] when sender and receiver are both lost the visitor waits again, and neither gets control', async () => {
    const { visitor, sender, receiver, handoverId, held } = await steps().joined();
    for (const console of [sender, receiver]) console.cut();
    await deployment.stopWorker();
    await Promise.all([silent('holder', visitor.id), silent('receiver', visitor.id)]);
    const loseHolder = deployment.gateway().app.get(LoseHolder, { strict: false });
    await loseHolder.loseExpired({ conversation: visitor.id, epoch: held.epoch });
    expect((await visitor.opens()).state).toBe('waiting');
    expect(await storedHandover(deployment, handoverId)).toMatchObject({ reason: 'receiver_lost' });
    expect(await deployment.database.count('holding where conversation_id = $1', [visitor.id])).toBe(1);
    await deployment.startWorker();
  });

  it('[HND1] a receiver who has joined takes control when the sender’s gateway stops', async () => {
    const doomed = await deployment.startGateway();
    const { visitor, handoverId } = await steps().joined();
    deployment.gateways.pop();
    await doomed.stop();
    await silent('holder', visitor.id);
    await becomes(deployment, handoverId, 'control_passed');
  });
});
