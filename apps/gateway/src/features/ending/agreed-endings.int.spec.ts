import { randomUUID } from 'node:crypto';
import type { EndingToAgree } from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aConsole, aResponder, aSupervisor, signIn, type Console } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** In danger on the first gateway, held by Sam on the second; Ana and Bea supervise on one each. */
const aDangerChat = async () => {
  const visitor = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
  const sam = await aResponder(deployment, deployment.gateway(1));
  const held = await sam.takes(visitor.id);
  const [ana, bea] = [await aSupervisor(deployment), await aSupervisor(deployment, deployment.gateway(1))];
  return { visitor, sam, held, ana, bea };
};
type Held = Awaited<ReturnType<typeof aDangerChat>>['held'];

const asks = async (console: Console, held: Held, why = 'her sister is with her'): Promise<string> => {
  const requestId = randomUUID();
  await console.must('ending:ask', { ...held, requestId, reason: 'responder_ended_agreed', why });
  return requestId;
};
const endAlone = (console: Console, held: Held) =>
  console.refusal('conversation:end', { ...held, reason: 'boundary' });
const endingsOf = async (console: Console) => (await console.must('help:open', {})).endings;
const toAgree = async (console: Console): Promise<readonly EndingToAgree[]> =>
  (await endingsOf(console)).toAgree;
const stateOf = async ({ id }: Visitor) =>
  deployment.database.one<{ state: string; reason: string | null }>(
    'select state, end_reason as reason from conversation where id = $1',
    [id],
  );
const audited = (visitor: Visitor): Promise<Record<string, unknown>[]> =>
  deployment.database.sql(
    `select action, actor_id as by, whom, epoch from audit_entry
     where conversation_id = $1 and (action like 'ending%' or action = 'conversation_ended') order by id`,
    [visitor.id],
  );
const lowered = { answer: 'not_sure', reason: 'said_since' } as const;

describe('a responder who holds a conversation in danger', () => {
  it('[SAF2] does not end it, sign out or finish the shift alone: each answer says what to do', async () => {
    const { visitor, sam, held } = await aDangerChat();
    for (const reason of ['responder_ended_agreed', 'boundary', 'connection_lost'] as const)
      expect(await sam.refusal('conversation:end', { ...held, reason })).toBe('agreement_needed');
    expect(await sam.refusal('shift:check_out', { feeling: null, review: null })).toBe('danger_held');
    const signingOut = await fetch(`${deployment.gateway(0).url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: sam.cookie },
    });
    expect([signingOut.status, await signingOut.json()]).toEqual([409, { refusal: 'danger_held' }]);
    expect((await stateOf(visitor)).state).toBe('talking');
    await sam.must('safety:set', { ...held, ...lowered });
    expect(await endAlone(sam, held)).toBe('agreement_needed');
    expect(await sam.refusal('shift:check_out', { feeling: null, review: null })).toBeNull();
  });

  it('[SAF2] does not sign out of one device while another session of theirs is live, with no page open', async () => {
    const { sam } = await aDangerChat();
    await signIn(deployment.gateway(0), sam.person);
    const signingOut = await fetch(`${deployment.gateway(1).url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: sam.cookie },
    });
    expect([signingOut.status, await signingOut.json()]).toEqual([409, { refusal: 'danger_held' }]);
  });

  it('[SAF2] does not finish the shift when the danger comes at the same moment', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const sam = await aResponder(deployment, deployment.gateway(1));
    await sam.takes(visitor.id);
    const work = deployment.gateway(0).app.get(UnitOfWork, { strict: false });
    const { refused } = await work.inTransaction(async (stores) => {
      await stores.staff.lock(staffId(sam.person.id));
      const leaving = sam.refusal('shift:check_out', { feeling: null, review: null });
      const waiting = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      await until('the end of the shift to wait', async () => (await deployment.database.count(waiting)) > 0);
      const raised = `update conversation set safety_answer = 'not_safe_now' where id = $1`;
      await deployment.database.sql(raised, [visitor.id]);
      return { refused: leaving };
    });
    expect(await refused).toBe('danger_held');
  });

  it('[SAF2] is not free to end it when a supervisor ends the other danger, nor is the supervisor, in either order', async () => {
    for (const first of ['answer', 'step'] as const) {
      const { visitor, sam, held, ana } = await aDangerChat();
      const entry = { kind: 'step', step: 'stay_with_them', isDone: true } as const;
      await sam.must('safety:record', { ...held, entryId: randomUUID(), entry });
      const { conversationId } = held;
      const acts = {
        answer: () => sam.must('safety:set', { ...held, ...lowered }),
        step: () => ana.must('safety:close', { conversationId, reason: 'said_since' }),
      };
      await acts[first]();
      await acts[first === 'answer' ? 'step' : 'answer']();
      expect(await endAlone(sam, held)).toBe('agreement_needed');
      const taken = await ana.must('conversation:take_over', { conversationId, reason: 'safety' });
      expect(await endAlone(ana, taken)).toBe('agreement_needed');
      expect((await stateOf(visitor)).state).toBe('talking');
    }
  });

  it('[SAF2] asks with a reason and a line, and a supervisor on the other gateway ends it with one answer', async () => {
    const { visitor, sam, held, ana } = await aDangerChat();
    await ana.must('help:open', {});
    const heard = ana.hears('help:changed', ({ endings }) => endings.toAgree.length > 0);
    const requestId = await asks(sam, held);
    expect((await heard).endings.toAgree).toMatchObject([
      { id: requestId, responder: { name: sam.person.name }, why: 'her sister is with her', mustRead: false },
    ]);
    const reloaded = await sam.again(deployment.gateway(0));
    expect((await endingsOf(reloaded)).mine).toMatchObject([{ id: requestId, state: 'asked' }]);
    expect((await endingsOf(reloaded)).toAgree).toEqual([]);
    for (let twice = 0; twice < 2; twice += 1) await ana.must('ending:agree', { requestId });
    expect(await stateOf(visitor)).toEqual({ state: 'ended', reason: 'responder_ended_agreed' });
    const about = { whom: sam.person.id, epoch: held.epoch };
    expect(await audited(visitor)).toEqual([
      { action: 'ending_asked', by: sam.person.id, ...about, whom: null },
      { action: 'ending_agreed', by: ana.person.id, ...about },
      { action: 'conversation_ended', by: sam.person.id, ...about, whom: null },
    ]);
    const { rows } = await deployment.database.one<{ rows: string }>(
      'select r::text as rows from ending_request r where id = $1',
      [requestId],
    );
    expect(rows).not.toContain('sister');
  });

  it('[SAF2] hears "not yet" with a word, may ask again, and may take the question back', async () => {
    const { visitor, sam, held, ana } = await aDangerChat();
    const first = await asks(sam, held);
    await ana.must('ending:decline', { requestId: first, word: 'ask who is with her' });
    expect((await endingsOf(sam)).mine).toMatchObject([
      { state: 'declined', answer: { by: ana.person.name, word: 'ask who is with her' } },
    ]);
    expect(await ana.refusal('ending:agree', { requestId: first })).toBe('ending_changed');
    const second = await asks(sam, held);
    const third = await asks(sam, held);
    expect(await ana.refusal('ending:agree', { requestId: second })).toBe('ending_changed');
    expect((await toAgree(ana)).map(({ id }) => id)).toEqual([third]);
    for (let twice = 0; twice < 2; twice += 1) await sam.must('ending:withdraw', { requestId: third });
    expect(await ana.refusal('ending:agree', { requestId: third })).toBe('ending_changed');
    expect((await endingsOf(sam)).mine).toEqual([]);
    expect((await stateOf(visitor)).state).toBe('talking');
  });
});

describe('an agreement', () => {
  it('[SAF2] does not end a conversation that another person holds since, or whose safety answer was set since', async () => {
    const { visitor, sam, held, ana, bea } = await aDangerChat();
    const toSam = await asks(sam, held);
    await ana.must('safety:set', { ...held, epoch: null, ...lowered });
    expect(await bea.refusal('ending:agree', { requestId: toSam })).toBe('ending_changed');
    await ana.must('safety:set', { ...held, epoch: null, answer: 'not_safe_now', reason: null });
    expect((await endingsOf(sam)).mine).toMatchObject([{ state: 'overtaken' }]);
    const again = await asks(sam, held);
    const taken = await ana.must('conversation:take_over', { conversationId: visitor.id, reason: 'safety' });
    expect(await bea.refusal('ending:agree', { requestId: again })).toBe('ending_changed');
    expect(await sam.refusal('ending:ask', { ...held, ...question() })).toBe('stale_epoch');
    expect((await stateOf(visitor)).state).toBe('talking');
    expect(await endAlone(ana, taken)).toBe('agreement_needed');
    const own = await asks(ana, taken);
    expect(await ana.refusal('ending:agree', { requestId: own })).toBe('not_yourself');
    await bea.must('ending:agree', { requestId: own });
    expect((await stateOf(visitor)).state).toBe('ended');
  });

  it('[SAF2] waits until the supervisor has read what the visitor wrote since', async () => {
    const { visitor, sam, held, ana } = await aDangerChat();
    const requestId = await asks(sam, held);
    await visitor.says('wait');
    expect(await ana.refusal('ending:agree', { requestId })).toBe('read_first');
    expect((await toAgree(ana))[0]?.mustRead).toBe(true);
    await ana.must('conversation:observe', { conversationId: visitor.id });
    await ana.must('conversation:unobserve', { conversationId: visitor.id });
    expect((await toAgree(ana))[0]?.mustRead).toBe(false);
    await ana.must('ending:agree', { requestId });
    expect((await stateOf(visitor)).state).toBe('ended');
  });

  it('[SAF2] and "not yet", withdrawing and an own end at the same moment have exactly one outcome', async () => {
    const { visitor, sam, held, ana, bea } = await aDangerChat();
    const requestId = await asks(sam, held);
    await Promise.all([
      ana.ask('ending:agree', { requestId }),
      bea.ask('ending:decline', { requestId, word: 'not yet' }),
      sam.ask('ending:withdraw', { requestId }),
      visitor.ask('conversation:end', {}),
    ]);
    const rows = await audited(visitor);
    const outcomes = rows.filter(({ action }) => /agreed|declined|withdrawn|overtaken/.test(String(action)));
    expect(outcomes).toHaveLength(1);
    expect(rows.filter(({ action }) => action === 'conversation_ended')).toHaveLength(1);
  });

  it('[SAF2] is not a responder’s to give, nor of another conversation’s holder to ask', async () => {
    const { sam, held } = await aDangerChat();
    const kim = await aConsole(deployment, deployment.gateway(0));
    const requestId = await asks(sam, held);
    expect(await kim.refusal('ending:agree', { requestId })).toBe('not_allowed');
    expect(await kim.refusal('ending:withdraw', { requestId })).toBe('not_found');
    expect(await kim.refusal('ending:ask', { ...held, ...question() })).toBe('not_found');
    const safe = await aVisitor().waitingAt(deployment.gateway(0));
    const responder = await aResponder(deployment, deployment.gateway(0));
    const theirs = await responder.takes(safe.id);
    expect(await responder.refusal('ending:ask', { ...theirs, ...question() })).toBe('nothing_to_agree');
    expect(await responder.refusal('conversation:end', { ...theirs, reason: 'boundary' })).toBeNull();
  });
});

const question = () =>
  ({ requestId: randomUUID(), reason: 'responder_ended_agreed', why: 'she is safe' }) as const;

describe('a visitor who leaves in danger', () => {
  it('[SAF2] stays on the list of every supervisor until one writes what was done, sealed and only added to', async () => {
    const { visitor, sam, held, ana, bea } = await aDangerChat();
    await visitor.must('conversation:end', {});
    const alone = await aVisitor().inDanger().waitingAt(deployment.gateway(0));
    await fetch(`${deployment.gateway(0).url}/v/exit`, {
      method: 'POST',
      headers: { authorization: `Bearer ${alone.token}` },
    });
    const listed = async (console: Console) => {
      const { toWriteUp } = await endingsOf(console);
      return toWriteUp.filter(({ conversationId: id }) => id === visitor.id || id === alone.id);
    };
    await until('both to be on the list', async () => (await listed(ana)).length === 2);
    const left = { conversationId: visitor.id, how: 'visitor_ended', responderName: sam.person.name };
    expect(await listed(bea)).toMatchObject([
      left,
      { conversationId: alone.id, how: 'quick_exit', responderName: null },
    ]);
    expect((await endingsOf(sam)).toWriteUp).toEqual([]);
    const note = { conversationId: visitor.id, noteId: randomUUID(), words: 'rang her mother' };
    for (let twice = 0; twice < 2; twice += 1) await ana.must('ending:write_up', note);
    await bea.must('ending:write_up', { ...note, noteId: randomUUID(), words: 'she is at home' });
    expect((await listed(bea)).map(({ conversationId }) => conversationId)).toEqual([alone.id]);
    const { notes } = await bea.must('ending:notes', { conversationId: visitor.id });
    expect(notes.map(({ by, words }) => [by, words])).toEqual([
      [ana.person.name, 'rang her mother'],
      [bea.person.name, 'she is at home'],
    ]);
    expect(await sam.refusal('ending:notes', { conversationId: visitor.id })).toBe('not_allowed');
    expect(await audited(visitor)).toMatchObject([
      { action: 'conversation_ended', epoch: held.epoch },
      { action: 'ending_to_write_up', epoch: held.epoch },
      { action: 'ending_written_up', by: ana.person.id },
      { action: 'ending_written_up', by: bea.person.id },
    ]);
  });
});
