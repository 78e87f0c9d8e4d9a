import { randomUUID } from 'node:crypto';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import {
  aHandoverOf,
  aHeldConversation,
  becomes,
  hearsNoMore,
  storedHandover,
  told,
  untilFree,
  type HeldConversation,
} from '../../../test/deployment/handing-over';
import { aBrief } from '../../../test/deployment/payloads';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.25 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const loseHolder = (conversation: string): Promise<unknown> =>
  deployment.database.sql(
    `update holding set lease_until = clock_timestamp() - interval '1 ms' where conversation_id = $1 and ended_at is null`,
    [conversation],
  );
const proposal = ({ held }: HeldConversation, to: Console) => ({
  ...held,
  handoverId: randomUUID(),
  to: { to: 'person', staffId: to.person.id } as const,
  mustLeave: false,
  brief: aBrief('The responder’s line is lost'),
});

describe('a cold handover', () => {
  it('[HND1] [HND3] a cold handover whose holder is gone passes control when it is accepted, and the read brief closes it', async () => {
    const conversation = await aHeldConversation(deployment);
    const { visitor, sender, held } = conversation;
    const receiver = await aResponder(deployment, deployment.gateway(0));
    const supervisor = await aSupervisor(deployment, deployment.gateway(1));
    sender.cut();
    await visitor.hears('conversation:changed', ({ responder }) => responder?.present === false);
    await untilFree(supervisor, visitor.id, receiver);
    const {
      id: handoverId,
      kind,
      sender: from,
    } = await supervisor.must('handover:propose', proposal(conversation, receiver));
    expect([kind, from.id]).toEqual(['cold', sender.person.id]);
    expect((await visitor.opens()).handover).toBeNull();
    const accepted = await receiver.must('handover:accept', { handoverId });
    expect(accepted).toMatchObject({
      state: 'control_passed',
      brief: { situation: 'The responder’s line is lost' },
    });
    const now = { ...held, epoch: held.epoch + 1 };
    expect(told((await receiver.reads(now)).entries)).toEqual(['started', 'joined', 'left', 'joined']);
    await receiver.says(now, 'I am taking over from here');
    expect(await receiver.refusal('handover:settle', { handoverId })).toBe('brief_unread');
    await receiver.must('handover:confirm_brief', { handoverId });
    expect(await storedHandover(deployment, handoverId)).toMatchObject({ state: 'left' });
    const back = await sender.again(deployment.gateway(1));
    expect(await back.refusal('timeline:read', { conversationId: visitor.id, after: 0 })).toBe('not_found');
    const late = { ...held, id: randomUUID(), body: 'late' };
    expect(await back.refusal('message:send', late)).toBe('stale_epoch');
  });

  it('[HND1] a waiting visitor is out of the queue while a cold handover is offered, and back when it is declined', async () => {
    const conversation = await aHeldConversation(deployment);
    const { visitor, sender } = conversation;
    const supervisor = await aSupervisor(deployment);
    sender.cut();
    await loseHolder(visitor.id);
    await until('the visitor to wait', async () => (await visitor.opens()).state === 'waiting');
    const receiver = await aResponder(deployment, deployment.gateway(1), { capacity: 2 });
    const { id: offered } = await receiver.isOffered();
    await receiver.must('offer:decline', { offerId: offered });
    await untilFree(supervisor, visitor.id, receiver);
    const { id: handoverId } = await supervisor.must('handover:propose', proposal(conversation, receiver));
    const { waiting } = await supervisor.must('live_view:open', {});
    expect(waiting).toMatchObject([{ offeredTo: receiver.person.name, heldBefore: sender.person.name }]);
    await receiver.must('handover:decline', { handoverId });
    const other = await aResponder(deployment, deployment.gateway(0));
    expect(await other.takes(visitor.id)).toEqual({ conversationId: visitor.id, epoch: 2 });
  });

  it('[HND1] a cold handover is proposed by supervisors only, and never to the responder who was lost', async () => {
    const conversation = await aHeldConversation(deployment);
    const { visitor, sender } = conversation;
    sender.cut();
    await loseHolder(visitor.id);
    await until('the visitor to wait', async () => (await visitor.opens()).state === 'waiting');
    const supervisor = await aSupervisor(deployment);
    const back = await (await sender.again(deployment.gateway(0))).becomesAvailable();
    const { id: offerId } = await back.isOffered();
    await back.must('offer:decline', { offerId });
    expect(await back.refusal('handover:propose', proposal(conversation, supervisor))).toBe('stale_epoch');
    expect(await supervisor.refusal('handover:propose', proposal(conversation, back))).toBe('not_available');
    const { people } = await supervisor.must('handover:candidates', { conversationId: visitor.id });
    expect(people.map(({ id }) => id)).not.toContain(sender.person.id);
    const taking = { conversationId: visitor.id, reason: 'safety' } as const;
    expect(await back.refusal('conversation:take_over', taking)).toBe('not_allowed');
  });
});

describe('a supervisor takes over', () => {
  it('[HND2] [HND4] [AUD1] a supervisor who takes over writes at once, the visitor is told, the reason is recorded, and the former holder is refused', async () => {
    const { visitor, sender, receiver, handoverId, held } = await aHandoverOf(deployment).joined();
    const supervisor = await aSupervisor(deployment);
    const about = { conversationId: visitor.id, reason: 'safety' } as const;
    const [now, again] = [
      await supervisor.must('conversation:take_over', about),
      await supervisor.must('conversation:take_over', about),
    ];
    expect([now, again]).toEqual([{ conversationId: visitor.id, epoch: held.epoch + 1 }, now]);
    await supervisor.says(now, 'I am Jo');
    const late = { ...held, id: randomUUID(), body: 'but' };
    expect(await sender.refusal('message:send', late)).toBe('stale_epoch');
    expect(told((await visitor.reads()).entries).slice(-3)).toEqual(['left', 'joined', 'I am Jo']);
    expect(await storedHandover(deployment, handoverId)).toMatchObject({
      state: 'cancelled',
      reason: 'taken_over',
    });
    expect(await receiver.refusal('handover:take_control', { handoverId })).toBe('handover_closed');
    for (const console of [sender, receiver]) {
      await console.hears('desk:changed', ({ handovers }) => handovers[0]?.reason === 'taken_over');
      await hearsNoMore(deployment, visitor.id, console);
    }
    const [row] = await deployment.database.sql(
      `select actor_id, whom, reason from audit_entry where conversation_id = $1 and action = 'holding_passed'`,
      [visitor.id],
    );
    expect(row).toEqual({ actor_id: supervisor.person.id, whom: sender.person.id, reason: 'safety' });
  });

  it('[RTE2] a supervisor who takes over from the queue withdraws the open offer, and its responder is told', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const asked = await aResponder(deployment, deployment.gateway(1));
    const { id: offerId } = await asked.isOffered();
    const supervisor = await aSupervisor(deployment);
    asked.forget();
    const taken = { conversationId: visitor.id, reason: 'quality' } as const;
    expect(await supervisor.must('conversation:take_over', taken)).toEqual({
      conversationId: visitor.id,
      epoch: 1,
    });
    await asked.hears('desk:changed', ({ offer }) => offer === null);
    expect(await asked.refusal('offer:accept', { offerId })).toBe('offer_taken');
    expect(await deployment.database.one('select outcome from offer where id = $1', [offerId])).toEqual({
      outcome: 'withdrawn',
    });
  });

  it('[ASG3] a supervisor takes over no more than their own capacity', async () => {
    const supervisor = await aSupervisor(deployment);
    const [first, second] = [await aHeldConversation(deployment), await aHeldConversation(deployment)];
    await supervisor.must('conversation:take_over', { conversationId: first.visitor.id, reason: 'quality' });
    const more = { conversationId: second.visitor.id, reason: 'quality' } as const;
    expect(await supervisor.refusal('conversation:take_over', more)).toBe('at_capacity');
    await second.sender.says(second.held, 'still me');
  });

  it('[HND1] a supervisor who takes over after control has passed ends the handover and is the one writer', async () => {
    const { visitor, receiver, handoverId, now } = await aHandoverOf(deployment).passed();
    const supervisor = await aSupervisor(deployment);
    const taken = { conversationId: visitor.id, reason: 'visitor_asked' } as const;
    const { epoch } = await supervisor.must('conversation:take_over', taken);
    expect(epoch).toBe(now.epoch + 1);
    await becomes(deployment, handoverId, 'left');
    const late = { ...now, id: randomUUID(), body: 'but' };
    expect(await receiver.refusal('message:send', late)).toBe('stale_epoch');
  });
});
