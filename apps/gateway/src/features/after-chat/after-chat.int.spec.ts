import { randomUUID } from 'node:crypto';
import type { AfterChatAnswer } from '@warmline/contracts';
import { ConversationKeys } from '@warmline/sealing';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  // Before any message: a gateway keeps the words it has read.
  await deployment.database.sql(
    `insert into watched_words (service_id, language, words, promotes, topic)
     values ($1, 'en', 'die tonight', true, null)`,
    [deployment.service],
  );
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const anAnswer = (): AfterChatAnswer => ({
  answerId: randomUUID(),
  feeling: 'better',
  listened: 'yes',
  words: 'Sam gave me time',
});

/** Held on the second gateway, after a message from each side. */
const aChat = async (builder = aVisitor()) => {
  const visitor = await builder.waitingAt(deployment.gateway(0));
  const sam = await aResponder(deployment, deployment.gateway(1));
  const held = await sam.takes(visitor.id);
  await visitor.says('hello');
  await sam.says(held, 'I am here');
  return { visitor, sam, held };
};
const stored = ({ id }: Visitor) =>
  deployment.database.sql(
    `select feeling, listened, words_sealed as words from after_chat_answer where conversation_id = $1`,
    [id],
  );
const ended = { reason: 'responder_ended_agreed' } as const;
const minutesPass = (visitor: Visitor, minutes: number) =>
  deployment.database.sql(
    `update conversation set ended_at = ended_at - interval '${minutes} minutes' where id = $1`,
    [visitor.id],
  );

describe('the questions after a chat', () => {
  it('[AFT1] are asked over the token that still works, and the first answer is kept, its words sealed', async () => {
    const { visitor, sam, held } = await aChat();
    await sam.must('conversation:end', { ...held, ...ended });
    const { afterChat } = await visitor.opens();
    expect(afterChat).toEqual({ openFor: expect.any(Number) });
    const answer = anAnswer();
    // A reply that is lost: the page sends the same answer again, over another gateway.
    const elsewhere = await visitor.again(deployment.gateway(1));
    for (const page of [visitor, elsewhere])
      expect((await page.must('after_chat:answer', answer)).afterChat).toBe('answered');
    expect(await elsewhere.refusal('after_chat:answer', { ...anAnswer(), feeling: 'worse' })).toBe(
      'different_body',
    );
    const [row, ...others] = await stored(visitor);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ feeling: 'better', listened: 'yes' });
    const sealed = row?.['words'];
    if (!(sealed instanceof Buffer)) throw new Error('words are stored as bytes');
    expect(sealed.toString('utf8')).not.toContain('Sam');
    const key = deployment.gateway().app.get(ConversationKeys, { strict: false }).find(visitor.id);
    expect(key?.open(sealed, { entry: 'after_chat', role: 'visitor' })).toBe('Sam gave me time');
    const [audited] = await deployment.database.sql(
      `select actor_kind, a::text as entry from audit_entry a where conversation_id = $1 and action = 'after_chat_answered'`,
      [visitor.id],
    );
    expect(audited).toMatchObject({ actor_kind: 'visitor' });
    expect(JSON.stringify(audited)).not.toMatch(/better|time/);
  });

  it('[AFT1] bring other help after "worse" and after watched words, and note nothing of either', async () => {
    const answers = [
      { feeling: 'worse', words: '', help: true },
      { feeling: 'much_worse', words: '', help: true },
      { feeling: 'better', words: 'I want to die tonight', help: true },
      { feeling: 'same', words: 'it was all right', help: undefined },
    ] as const;
    for (const { feeling, words, help } of answers) {
      const { visitor, sam, held } = await aChat();
      await sam.must('conversation:end', { ...held, ...ended });
      const answer = { ...anAnswer(), feeling, words };
      expect((await visitor.must('after_chat:answer', answer)).helpFirst).toBe(help);
      // A reply that is lost: the same answer says the same again.
      expect((await visitor.must('after_chat:answer', answer)).helpFirst).toBe(help);
      const audited = await deployment.database.sql(
        `select a::text as entry from audit_entry a where conversation_id = $1`,
        [visitor.id],
      );
      expect(JSON.stringify(audited)).not.toMatch(/tonight|worse|band_changed/);
    }
  });

  it('[AFT1] close with the token, five minutes after the end', async () => {
    const { visitor } = await aChat();
    await visitor.must('conversation:end', {});
    await minutesPass(visitor, 4);
    const { afterChat } = await visitor.opens();
    expect(afterChat).not.toBe('answered');
    expect(typeof afterChat === 'object' && afterChat.openFor <= 60_000).toBe(true);
    await minutesPass(visitor, 1);
    expect(await visitor.refusal('after_chat:answer', anAnswer())).toBe('not_found');
    expect(await stored(visitor)).toEqual([]);
  });

  it('[AFT1] are not asked after a boundary, a wait, a quick exit or a chat that goes on', async () => {
    const { visitor, sam, held } = await aChat();
    expect(await visitor.refusal('after_chat:answer', anAnswer())).toBe('not_found');
    await sam.must('conversation:end', { ...held, reason: 'boundary' });
    const waiting = await aVisitor().waitingAt(deployment.gateway(0));
    await waiting.must('conversation:end', {});
    for (const page of [visitor, waiting]) {
      expect((await page.opens()).afterChat).toBeUndefined();
      expect(await page.refusal('after_chat:answer', anAnswer())).toBe('not_found');
    }
    const quick = await aChat();
    await fetch(`${deployment.gateway(0).url}/v/exit`, {
      method: 'POST',
      headers: { authorization: `Bearer ${quick.visitor.token}` },
    });
    await quick.sam.must('conversation:end', { ...quick.held, ...ended });
    const row = await deployment.database.one<{ asks: boolean }>(
      'select asks_after as asks from conversation where id = $1',
      [quick.visitor.id],
    );
    expect(row.asks).toBe(false);
  });

  it.each([true, false])(
    '[AFT1] after danger are asked only where the responder allowed it with the question to end: %s',
    async (asksAfter) => {
      const { visitor, sam, held } = await aChat(aVisitor().inDanger());
      const ana = await aSupervisor(deployment);
      const requestId = randomUUID();
      await sam.must('ending:ask', { ...held, requestId, ...ended, why: 'safe now', asksAfter });
      await ana.must('ending:agree', { requestId });
      const { afterChat } = await visitor.opens();
      expect(afterChat !== undefined).toBe(asksAfter);
    },
  );

  it.each([true, false])(
    '[AFT1] after a danger that is over are asked only where the responder allowed it in the end dialog: %s',
    async (asksAfter) => {
      const { visitor, sam, held } = await aChat();
      const ana = await aSupervisor(deployment);
      const { conversationId } = held;
      const about = { conversationId, epoch: null };
      await ana.must('safety:set', { ...about, answer: 'not_safe_now', reason: null });
      await ana.must('safety:set', { ...about, answer: 'not_sure', reason: 'said_since' });
      await sam.must('conversation:end', { ...held, ...ended, asksAfter });
      const { afterChat } = await visitor.opens();
      expect(afterChat !== undefined).toBe(asksAfter);
    },
  );
});
