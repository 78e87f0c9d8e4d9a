import { Deployment } from '../../../test/deployment/deployment';
import { aResponder } from '../../../test/deployment/staff';
import { aVisitor, Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const FIRST = crypto.randomUUID();

const leaveQuickly = (token: string): Promise<unknown> =>
  fetch(`${deployment.gateway(0).url}/v/exit`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });

/** What this page gets for each of its commands, sent at once. */
const refusalsAt = async (page: Visitor, startId: string = crypto.randomUUID()) =>
  Promise.all([
    page.refusal('message:send', { id: crypto.randomUUID(), body: 'still here' }),
    page.refusal('timeline:read', { after: 0 }),
    page.refusal('receipt:seen', { seq: 1 }),
    page.refusal('typing:set', { typing: true }),
    page.refusal('handover:answer', { handoverId: crypto.randomUUID(), agrees: true }),
    page.refusal('conversation:end', {}),
    page.refusal('conversation:open', {}),
    page.refusal('conversation:start', { startId, safety: 'safe', name: '', language: 'en' }),
  ]);

/** What a page gets that connects with this token after the exit, to a gateway. */
const refusalsOf = async (token: string, startId?: string, at = 1) =>
  refusalsAt(await Visitor.connected(deployment.gateway(at), token), startId);

/** Another start under a token that was used is refused as such; every other command as for a stranger. */
const NOTHING = [...Array.from({ length: 7 }, () => 'not_found'), 'already_started'];
const NOTHING_AT_ALL = Array.from({ length: 8 }, () => 'not_found');

describe('a quick exit in one of two tabs', () => {
  it('closes the other tab in the middle of a chat, on another gateway, and its token opens nothing', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment);
    await responder.takes(visitor.id);
    const otherTab = await visitor.again(deployment.gateway(1));
    const closed = otherTab.closes();
    await leaveQuickly(visitor.token);
    await closed;
    expect(await refusalsOf(visitor.token)).toEqual(NOTHING);
  });

  it('closes the other tab in the queue, and its token opens nothing', async () => {
    const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    const otherTab = await visitor.again(deployment.gateway(1));
    const closed = otherTab.closes();
    await leaveQuickly(visitor.token);
    await closed;
    expect(await refusalsOf(visitor.token)).toEqual(NOTHING);
  });
});

describe('a message to a visitor who left by quick exit', () => {
  it('[PRV5] is refused on either gateway and stored nowhere, and the holder can still end the conversation', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment, deployment.gateway(1));
    const held = await responder.takes(visitor.id);
    const before = await responder.says(held, 'I am here', FIRST);
    await leaveQuickly(visitor.token);
    const { entries } = await responder.reads(held);
    expect(entries.at(-1)).toMatchObject({ kind: 'event', event: 'visitor_left' });
    const pages = [responder, await responder.again(deployment.gateway(0))];
    for (const page of pages)
      expect(
        await page.refusal('message:send', { ...held, id: crypto.randomUUID(), body: 'are you safe?' }),
      ).toBe('visitor_left');
    // Stored before the exit, and sent again: the page learns that it arrived.
    expect(await responder.says(held, 'I am here', FIRST)).toEqual(before);
    expect((await responder.reads(held)).entries).toEqual(entries);
    expect(
      await responder.refusal('conversation:end', { ...held, reason: 'responder_ended_agreed' }),
    ).toBeNull();
  });
});

describe('a token that is over', () => {
  /** A chat with a message, and a second tab at the other gateway. */
  const talking = async () => {
    const startId = crypto.randomUUID();
    const visitor = await Visitor.connected(deployment.gateway(0));
    await visitor.starts({ startId });
    await visitor.says('before');
    const responder = await aResponder(deployment);
    await responder.takes(visitor.id);
    return { visitor, startId, responder, otherTab: await visitor.again(deployment.gateway(1)) };
  };
  const storedBy = async (conversation: string): Promise<unknown[]> =>
    deployment.database.sql(
      `select seq from timeline_entry where conversation_id = $1 and author_role = 'visitor'`,
      [conversation],
    );

  it('[PRV3] opens nothing from 5 minutes after the end, on either gateway, and its pages are closed', async () => {
    const { visitor, otherTab, startId } = await talking();
    await visitor.must('conversation:end', {});
    expect((await otherTab.reads()).entries).not.toEqual([]);
    expect(await otherTab.refusal('conversation:open', {})).toBeNull();
    const closed = Promise.all([visitor.closes(), otherTab.closes()]);
    await deployment.database.sql(
      `update conversation set ended_at = ended_at - interval '5 minutes' where id = $1`,
      [visitor.id],
    );
    await closed;
    for (const at of [0, 1]) expect(await refusalsOf(visitor.token, startId, at)).toEqual(NOTHING_AT_ALL);
  });

  it('[PRV5] a second tab reads and writes nothing after the exit, on a gateway that has lost Redis', async () => {
    const { visitor, otherTab, startId } = await talking();
    deployment.gateway(1).loseRedis();
    const closed = otherTab.closes();
    await leaveQuickly(visitor.token);
    // On a busy machine the gateway finds out, and closes the page, before it has answered everything.
    const answers = refusalsAt(otherTab, startId).catch(() => 'closed' as const);
    expect([NOTHING_AT_ALL, 'closed']).toContainEqual(await answers);
    await closed;
    expect(await refusalsOf(visitor.token, startId)).toEqual(NOTHING_AT_ALL);
    expect(await storedBy(visitor.id)).toHaveLength(1);
  });
});
