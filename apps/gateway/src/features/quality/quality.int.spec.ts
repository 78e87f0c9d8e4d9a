import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import { anAssessment } from '../../../test/deployment/payloads';
import { aResponder, aSupervisor, type Console, type HeldHere } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, worker: true });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** Found nowhere but in what a reviewer or a responder wrote. */
const [WORDS, REPLY, DRAFT] = ['feedback-canary', 'reply-canary', 'draft-canary'];

interface Ended {
  readonly visitor: Visitor;
  readonly responder: Console;
  readonly held: HeldHere;
}

const anEndedConversation = async (): Promise<Ended> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  await visitor.says('I have not slept');
  const responder = await aResponder(deployment, deployment.gateway(1));
  const held = await responder.takes(visitor.id);
  await responder.says(held, 'that sounds exhausting');
  await responder.must('availability:set', { availability: 'away' });
  await visitor.must('conversation:end', {});
  return { visitor, responder, held };
};
const marked = async (page: Console, { visitor }: Ended): Promise<string> =>
  (await page.must('review:mark', { conversationId: visitor.id })).reviewId;
/** Marked by one supervisor and taken by another. */
const taken = async (ended: Ended) => {
  const [ana, jo] = [await aSupervisor(deployment, deployment.gateway(0)), await aSupervisor(deployment)];
  const reviewId = await marked(ana, ended);
  await jo.must('review:take', { reviewId });
  return { ana, jo, reviewId };
};
const audited = (reviewId: string) =>
  deployment.database.sql<{ action: string; actor: string; reason: string | null }>(
    'select action, actor_id as actor, reason from audit_entry where subject = $1 order by id',
    [reviewId],
  );
const openIn = async (page: Console, reviewId: string) =>
  (await page.must('reviews:list', {})).open.find(({ id }) => id === reviewId);

describe('a quality review', () => {
  it('[QLT3] goes from a mark to feedback and its reply, and each step is recorded without a word', async () => {
    const ended = await anEndedConversation();
    const { ana, jo, reviewId } = await taken(ended);
    expect(await marked(jo, ended)).toBe(reviewId);
    expect(await openIn(ana, reviewId)).toMatchObject({ because: 'marked', isMine: false, givenAt: null });
    const { entries } = await jo.must('review:read', { reviewId, after: 0 });
    expect(entries.flatMap((entry) => (entry.kind === 'message' ? [entry.body] : []))).toEqual([
      'I have not slept',
      'that sounds exhausting',
    ]);
    await jo.must('review:save', { reviewId, assessment: anAssessment(DRAFT) });
    expect((await jo.must('review:open', { reviewId })).draft?.words).toBe(DRAFT);
    expect((await ana.must('review:open', { reviewId })).draft).toBeNull();
    const whole = { reviewId, assessment: anAssessment(WORDS) };
    await jo.must('review:give', whole);
    await jo.must('review:give', whole);
    expect(await jo.refusal('review:give', { reviewId, assessment: anAssessment('other') })).toBe(
      'review_given',
    );
    const { responder } = ended;
    await responder.hears('desk:changed', ({ newFeedback }) => newFeedback === 1);
    const [listed] = (await responder.must('feedback:list', {})).feedback;
    expect(listed).toMatchObject({ id: reviewId, by: jo.person.name, readAt: null, replies: 0 });
    responder.forget();
    const read = await responder.must('feedback:read', { reviewId });
    expect(read.given).toMatchObject({ score: 83, fails: [], words: WORDS });
    await responder.hears('desk:changed', ({ newFeedback }) => newFeedback === 0);
    const reply = { reviewId, id: randomUUID(), words: REPLY };
    const first = await responder.must('feedback:reply', reply);
    expect(await responder.must('feedback:reply', reply)).toEqual(first);
    expect(await responder.refusal('feedback:reply', { ...reply, words: 'other' })).toBe('different_body');
    const seen = await ana.must('review:open', { reviewId });
    expect(seen.replies).toMatchObject([{ by: responder.person.name, words: REPLY }]);
    expect((await ana.must('reviews:list', {})).given).toMatchObject([{ id: reviewId, replies: 1 }]);
    const [byAna, byJo, byThem] = [ana, jo, responder].map(({ person }) => person.id);
    expect((await audited(reviewId)).map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['review_planned', byAna, 'marked'],
      ['review_taken', byJo, null],
      ['review_read', byJo, 'review'],
      ['review_read', byJo, 'review'],
      ['review_read', byAna, 'review'],
      ['review_given', byJo, null],
      ['feedback_read', byThem, 'feedback'],
      ['feedback_replied', byThem, null],
      ['review_read', byAna, 'review'],
    ]);
  });

  it('[QLT3] is stored with its figures in plain and its words sealed, which die with the key of the conversation', async () => {
    const ended = await anEndedConversation();
    const { jo, reviewId } = await taken(ended);
    await jo.must('review:save', { reviewId, assessment: anAssessment(DRAFT) });
    const rows = () =>
      deployment.database.sql<{ row: string }>(
        `select r::text as row from review r union all select p::text from review_reply p union all select a::text from audit_entry a`,
      );
    const before = await rows();
    await jo.must('review:give', { reviewId, assessment: anAssessment(WORDS) });
    await ended.responder.must('feedback:reply', { reviewId, id: randomUUID(), words: REPLY });
    const stored = [...before, ...(await rows())].map(({ row }) => row).join('\n');
    for (const text of [DRAFT, WORDS, REPLY])
      for (const spelling of [text, Buffer.from(text).toString('hex')])
        expect(stored).not.toContain(spelling);
    await deployment.database.sql(`update conversation set dek_wrapped = '\\x01' where id = $1`, [
      ended.visitor.id,
    ]);
    const fresh = await ended.responder.again(await deployment.startGateway());
    const { given, replies } = await fresh.must('feedback:read', { reviewId });
    expect(given).toMatchObject({ score: 83, words: null });
    expect(replies.map(({ words }) => words)).toEqual([null]);
  });

  it('[AUD1] sends nothing of a conversation when its reading cannot be recorded', async () => {
    const { jo, reviewId } = await taken(await anEndedConversation());
    await deployment.database.sql(
      `alter table audit_entry add constraint unwritable check (action <> 'review_read') not valid`,
    );
    expect(await jo.refusal('review:read', { reviewId, after: 0 })).toBe('unavailable');
    expect(await jo.refusal('review:open', { reviewId })).toBe('unavailable');
    expect(jo.everything()).not.toContain('I have not slept');
    await deployment.database.sql('alter table audit_entry drop constraint unwritable');
  });

  it('[QLT2] is not given by who held the conversation, nor by a second person at once', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment);
    await responder.takes(visitor.id);
    await responder.must('availability:set', { availability: 'away' });
    const [ana, jo] = [await aSupervisor(deployment), await aSupervisor(deployment)];
    await ana.must('conversation:observe', { conversationId: visitor.id });
    await ana.must('conversation:take_over', { conversationId: visitor.id, reason: 'safety' });
    const { reviewId } = await jo.must('review:mark', { conversationId: visitor.id });
    // It is no review before the conversation has ended.
    expect(await jo.refusal('review:take', { reviewId })).toBe('not_found');
    await visitor.must('conversation:end', {});
    expect(await ana.refusal('review:take', { reviewId })).toBe('not_yourself');
    expect((await openIn(ana, reviewId))?.isNotForMe).toBe(true);
    await jo.must('review:take', { reviewId });
    const kim = await aSupervisor(deployment, deployment.gateway(1));
    for (const command of ['review:take', 'review:put_back'] as const)
      expect(await kim.refusal(command, { reviewId })).toBe('review_taken');
    expect(await kim.refusal('review:read', { reviewId, after: 0 })).toBe('review_taken');
    await jo.must('review:put_back', { reviewId });
    await jo.must('review:take', { reviewId });
    await jo.must('review:save', { reviewId, assessment: anAssessment(DRAFT) });
    await deployment.database.sql(
      `update review set due_at = clock_timestamp() - interval '1 minute' where id = $1`,
      [reviewId],
    );
    await kim.must('review:take', { reviewId });
    expect(await kim.must('review:open', { reviewId })).toMatchObject({ draft: null });
    expect(await jo.refusal('review:save', { reviewId, assessment: anAssessment() })).toBe('review_taken');
  });

  it('its writer is shown where to look, from the words of the responder alone, and from who left band 1', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    await visitor.says('this stays between us, my number is 07700 900 123');
    const responder = await aResponder(deployment, deployment.gateway(1));
    const held = await responder.takes(visitor.id);
    await responder.says(held, 'nobody will ever know');
    await responder.must('availability:set', { availability: 'away' });
    await visitor.must('conversation:end', {});
    const { ana, jo, reviewId } = await taken({ visitor, responder, held });
    const look = (page: Console) => page.must('review:open', { reviewId });
    expect((await look(jo)).suggested).toEqual([
      { finding: 'promised_secrecy', seq: 4, words: 'nobody will ever know' },
    ]);
    expect((await look(ana)).suggested).toEqual([]);
    // As if they had been lost a minute before the end.
    await deployment.database.sql(
      `update holding set ended_at = ended_at - interval '1 minute' where conversation_id = $1`,
      [visitor.id],
    );
    await deployment.database.sql('update conversation set band = 1 where id = $1', [visitor.id]);
    expect((await look(jo)).suggested.map(({ finding }) => finding)).toEqual([
      'promised_secrecy',
      'left_band_1',
    ]);
    await jo.must('review:give', { reviewId, assessment: anAssessment() });
    expect((await look(jo)).suggested).toEqual([]);
  });

  it('its writer is shown the words of the one who is reviewed, by who wrote them and not by a name', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment, deployment.gateway(1));
    const held = await responder.takes(visitor.id);
    const other = await aSupervisor(deployment, deployment.gateway(0));
    await deployment.database.sql(
      `update staff s set name = 'Rosalind', visitor_name = case when s.id = $1 then 'Robin' end where s.id = any ($2)`,
      [responder.person.id, [responder.person.id, other.person.id]],
    );
    const { seq } = await responder.says(held, 'nobody will ever know');
    await responder.must('availability:set', { availability: 'away' });
    await other.must('conversation:observe', { conversationId: visitor.id });
    await other.must('conversation:take_over', { conversationId: visitor.id, reason: 'safety' });
    await other.says({ ...held, epoch: held.epoch + 1 }, 'this stays between us, nobody will ever know');
    await visitor.must('conversation:end', {});
    const { jo, reviewId } = await taken({ visitor, responder, held });
    await deployment.database.sql('update review set responder_id = $2 where id = $1', [
      reviewId,
      responder.person.id,
    ]);
    const { suggested } = await jo.must('review:open', { reviewId });
    expect(suggested.map((one) => one.seq)).toEqual([seq]);
  });

  it('[QLT2] a second rater sees neither marks nor words of the first before giving theirs, nor does anyone else', async () => {
    const ended = await anEndedConversation();
    const { ana, jo, reviewId } = await taken(ended);
    const [second] = await deployment.database.sql<{ id: string }>(
      `insert into review (id, service_id, conversation_id, responder_id, rater, because, planned_by, planned_at, due_at, pair_id)
       select gen_random_uuid(), service_id, conversation_id, responder_id, 'second', because, planned_by, planned_at, due_at, pair_id
       from review where id = $1 returning id`,
      [reviewId],
    );
    const secondId = second?.id ?? '';
    expect(await jo.refusal('review:take', { reviewId: secondId })).toBe('not_yourself');
    await jo.must('review:give', { reviewId, assessment: anAssessment(WORDS) });
    await ended.responder.must('feedback:reply', { reviewId, id: randomUUID(), words: REPLY });
    expect(await ana.must('review:open', { reviewId })).toMatchObject({
      given: null,
      isHidden: true,
      replies: [],
    });
    await ana.must('review:take', { reviewId: secondId });
    await ana.must('review:open', { reviewId: secondId });
    expect(ana.everything()).not.toContain(WORDS);
    expect(ana.everything()).not.toContain(REPLY);
    await ana.must('review:give', { reviewId: secondId, assessment: anAssessment('') });
    expect((await ana.must('review:open', { reviewId })).given).toMatchObject({ words: WORDS });
    const { feedback } = await ended.responder.must('feedback:list', {});
    expect(feedback.map(({ id }) => id)).toEqual([reviewId]);
    expect(await ended.responder.refusal('feedback:read', { reviewId: secondId })).toBe('not_found');
    const figures = async () => (await ana.must('reviews:list', {})).figures;
    expect(await figures()).toMatchObject({ ratedTwice: 1, kappa: null });
    await deployment.database.sql('select erase_conversations(array[$1::uuid])', [ended.visitor.id]);
    expect(await figures()).toMatchObject({ ratedTwice: 1, kappa: null });
  });
});
