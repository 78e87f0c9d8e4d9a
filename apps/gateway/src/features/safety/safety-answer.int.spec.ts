import type { Safety } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aHandoverOf } from '../../../test/deployment/handing-over';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** A visitor who said they are safe, with the responder who holds them. */
const aHeldConversation = async () => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  const sender = await aResponder(deployment, deployment.gateway(1));
  return { visitor, sender, held: await sender.takes(visitor.id) };
};
/** What a console shows of this conversation, wherever it is there. */
const shownTo = async (console: Console, conversation: string): Promise<readonly Safety[]> => {
  const { offer, caseload, handovers } = await console.must('desk:open', {});
  const onDesk = [...(offer === null ? [] : [offer]), ...caseload, ...handovers];
  return onDesk
    .filter(({ conversationId }) => conversationId === conversation)
    .map(({ safety }) => safety)
    .filter((safety, at, all) => all.indexOf(safety) === at);
};
const onLiveView = async (supervisor: Console, conversation: string): Promise<Safety | undefined> => {
  const { waiting, conversations } = await supervisor.must('live_view:open', {});
  return [...waiting, ...conversations].find(({ conversationId }) => conversationId === conversation)?.safety;
};
const audited = async (conversation: string): Promise<Record<string, unknown>[]> =>
  deployment.database.sql(
    `select action, actor_id, reason from audit_entry
     where conversation_id = $1 and action in ('safety_answer_set', 'band_changed') order by id`,
    [conversation],
  );

describe('the safety answer of a visitor', () => {
  it('[SAF3] what a visitor answered is in the queue, on the offer, on the card and to who reads along, also after a requeue and a reload', async () => {
    const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    const supervisor = await aSupervisor(deployment);
    const said = { answer: 'not_safe_now', by: 'visitor', byName: null };
    expect(await onLiveView(supervisor, visitor.id)).toMatchObject(said);
    const responder = await aResponder(deployment, deployment.gateway(1));
    expect((await responder.isOffered()).safety).toMatchObject(said);
    await responder.takes(visitor.id);
    const reloaded = await responder.again(deployment.gateway(0));
    expect(await shownTo(reloaded, visitor.id)).toMatchObject([said]);
    expect(
      (await supervisor.must('conversation:observe', { conversationId: visitor.id })).safety,
    ).toMatchObject(said);
    await responder.must('availability:set', { availability: 'away' });
    for (const console of [responder, reloaded]) console.cut();
    await deployment.database.sql(
      `update holding set lease_until = clock_timestamp() - interval '1 second' where conversation_id = $1`,
      [visitor.id],
    );
    await until('the visitor to wait again', async () => {
      const { waiting } = await supervisor.must('live_view:open', {});
      return waiting.some(
        ({ conversationId, heldBefore }) => conversationId === visitor.id && heldBefore !== null,
      );
    });
    expect(await onLiveView(supervisor, visitor.id)).toMatchObject(said);
    const { conversationId } = await supervisor.must('conversation:take_over', {
      conversationId: visitor.id,
      reason: 'safety',
    });
    expect(await shownTo(supervisor, conversationId)).toMatchObject([said]);
  });

  it('[SAF3] the holder raises it without a reason: everyone sees it, and the visitor is answered first', async () => {
    const { visitor, sender, held } = await aHeldConversation();
    const supervisor = await aSupervisor(deployment);
    const desk = sender.hears(
      'desk:changed',
      ({ caseload }) => caseload[0]?.safety.answer === 'not_safe_now',
    );
    await sender.must('safety:set', { ...held, answer: 'not_safe_now', reason: null });
    expect((await desk).caseload[0]).toMatchObject({
      band: 1,
      safety: { by: 'responder', byName: sender.person.name },
    });
    expect(await onLiveView(supervisor, visitor.id)).toMatchObject({ answer: 'not_safe_now' });
    expect(await audited(visitor.id)).toEqual([
      { action: 'safety_answer_set', actor_id: sender.person.id, reason: 'not_safe_now' },
      { action: 'band_changed', actor_id: sender.person.id, reason: 'band_1' },
    ]);
  });

  it('[SAF3] it is lowered only with a reason, which is recorded, and no one is answered later by it', async () => {
    const { visitor, sender, held } = await aHeldConversation();
    const supervisor = await aSupervisor(deployment);
    const raise = { ...held, answer: 'not_safe_now', reason: null } as const;
    await supervisor.must('safety:set', { ...raise, epoch: null });
    const lower = { ...held, answer: 'said_safe', reason: null } as const;
    expect(await sender.refusal('safety:set', lower)).toBe('reason_needed');
    await sender.must('safety:set', { ...lower, reason: 'said_since' });
    const [item] = (await sender.must('desk:open', {})).caseload;
    expect(item).toMatchObject({ band: 1, safety: { answer: 'said_safe', byName: sender.person.name } });
    expect((await audited(visitor.id)).at(-1)).toMatchObject({ reason: 'said_safe_said_since' });
    const stranger = await aResponder(deployment);
    for (const epoch of [held.epoch, null])
      expect(await stranger.refusal('safety:set', { ...raise, epoch })).toBe('not_found');
  });

  it('[SAF4] while a visitor is not safe their page holds no address back, and it asks again once they are', async () => {
    const { visitor, sender, held } = await aHeldConversation();
    expect((await visitor.opens()).sendsDetails).toBeUndefined();
    const told = visitor.hears('conversation:changed', ({ sendsDetails }) => sendsDetails === true);
    await sender.must('safety:set', { ...held, answer: 'not_safe_now', reason: null });
    await told;
    await sender.must('safety:set', { ...held, answer: 'said_safe', reason: 'said_since' });
    expect((await visitor.opens()).sendsDetails).toBeUndefined();
  });

  it('[SAF3] who is asked to take a conversation over sees it with the brief, and keeps it with control', async () => {
    const { sender, receiver, held, handoverId, visitor } = await aHandoverOf(deployment).asked();
    await sender.must('safety:set', { ...held, answer: 'not_safe_now', reason: null });
    const raised = { answer: 'not_safe_now', byName: sender.person.name };
    expect(await shownTo(receiver, visitor.id)).toMatchObject([raised]);
    await receiver.must('handover:accept', { handoverId });
    await visitor.must('handover:answer', { handoverId, agrees: true });
    await receiver.must('handover:confirm_brief', { handoverId });
    const now = await receiver.must('handover:take_control', { handoverId });
    const { caseload } = await receiver.must('desk:open', {});
    expect(caseload.find(({ epoch }) => epoch === now.epoch)?.safety).toMatchObject(raised);
    expect(await sender.refusal('safety:set', { ...held, answer: 'not_sure', reason: 'said_since' })).toBe(
      'stale_epoch',
    );
  });
});
