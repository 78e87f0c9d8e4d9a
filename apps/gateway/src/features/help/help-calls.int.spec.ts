import { randomUUID } from 'node:crypto';
import type { HelpView } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { aConsole, aResponder, aSupervisor, Console, type HeldHere } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let visitor: Visitor;
let sam: Console;
let ana: Console;
let held: HeldHere;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
beforeEach(async () => {
  visitor = await aVisitor().waitingAt(deployment.gateway(0));
  sam = await aResponder(deployment, deployment.gateway(0));
  held = await sam.takes(visitor.id);
  ana = await aSupervisor(deployment, deployment.gateway(1));
  for (const page of [sam, ana]) await page.must('help:open', {});
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const calls = (page: Console, urgency: 'normal' | 'urgent' = 'normal', callId: string = randomUUID()) =>
  page.must('help:call', { callId, conversationId: held.conversationId, urgency });
type Call = HelpView['calls'][number];
const here = (open: readonly Call[]): Call[] =>
  open.filter(({ conversationId }) => conversationId === visitor.id);
/** The one call there is about this visitor. */
const onlyOf = (open: readonly Call[]): Call => {
  const [call, ...more] = here(open);
  if (call === undefined || more.length > 0) throw new Error('there is not exactly one call');
  return call;
};
/** The newest view from now on that fits. */
const sees = async (page: Console, fits: (open: readonly Call[]) => boolean): Promise<readonly Call[]> => {
  const { calls: open } = await page.hears('help:changed', (view) => fits(here(view.calls)));
  page.forget();
  return here(open);
};
const seesCall = async (page: Console, fits: (call: Call) => boolean = () => true): Promise<Call> =>
  onlyOf(await sees(page, (open) => open.some(fits)));
const hasMine = async (page: Console, fits: (call: Call) => boolean): Promise<Call> =>
  onlyOf((await page.hears('help:changed', ({ mine }) => here(mine).some(fits))).mine);
const recorded = (): Promise<{ action: string; actor_id: string | null; reason: string | null }[]> =>
  deployment.database.sql(
    `select action, actor_id, reason from audit_entry where action like 'help%' and conversation_id = $1 order by id`,
    [visitor.id],
  );

const OVER = { action: 'help_over', actor_id: null, reason: 'conversation_over' };

describe('calling a supervisor', () => {
  it('[HLP1] a call tells every supervisor on every gateway at once, and is stored under the first id', async () => {
    const jo = await aSupervisor(deployment, deployment.gateway(0));
    await jo.must('help:open', {});
    const callId = randomUUID();
    const view = await calls(sam, 'normal', callId);
    expect(onlyOf(view.mine)).toMatchObject({ id: callId, urgency: 'normal', answered: null });
    expect(view.supervisorsHere).toBeGreaterThanOrEqual(2);
    for (const supervisor of [ana, jo])
      expect(await seesCall(supervisor)).toMatchObject({ id: callId, calledBy: { id: sam.person.id } });
    expect(onlyOf((await calls(sam, 'normal', callId)).mine).id).toBe(callId);
    expect(onlyOf((await calls(sam)).mine).id).toBe(callId);
    expect(await recorded()).toEqual([{ action: 'help_called', actor_id: sam.person.id, reason: 'normal' }]);
  });

  it('[HLP1] a second press makes a call urgent on both sides', async () => {
    await calls(sam);
    expect(onlyOf((await calls(sam, 'urgent')).mine).urgency).toBe('urgent');
    expect((await seesCall(ana, ({ urgency }) => urgency === 'urgent')).urgency).toBe('urgent');
    expect(onlyOf((await calls(sam, 'normal')).mine).urgency).toBe('urgent');
  });

  it('[HLP1] a call can be withdrawn, and is gone for everyone', async () => {
    const { id: callId } = onlyOf((await calls(sam)).mine);
    await seesCall(ana);
    expect((await sam.must('help:end', { callId })).mine).toEqual([]);
    await sees(ana, (open) => open.length === 0);
    expect((await sam.must('help:end', { callId })).mine).toEqual([]);
    expect((await recorded()).at(-1)).toMatchObject({ action: 'help_over', reason: 'taken_back' });
  });

  it('[HLP1] a call about another’s conversation, and another’s call, are not found', async () => {
    const kim = await aConsole(deployment, deployment.gateway(0));
    const callId = onlyOf((await calls(sam)).mine).id;
    const about = { conversationId: held.conversationId, urgency: 'urgent' } as const;
    expect(await kim.refusal('help:call', { callId: randomUUID(), ...about })).toBe('not_found');
    expect(await kim.refusal('help:end', { callId })).toBe('not_found');
    expect(await kim.must('help:open', {})).toMatchObject({ mine: [], calls: [] });
    const stranger = await aConsole(deployment, deployment.gateway(0), { role: 'supervisor' });
    expect(await stranger.refusal('help:answer', { callId: randomUUID() })).toBe('not_found');
  });

  it('[HLP1] the person who called is told at once when no supervisor is connected', async () => {
    ana.leave();
    const { supervisorsHere } = await sam.hears('help:changed', (view) => view.supervisorsHere === 0);
    expect(supervisorsHere).toBe(0);
    expect((await calls(sam)).supervisorsHere).toBe(0);
  });

  it('[HLP1] a call may be about no conversation', async () => {
    const callId = randomUUID();
    const { mine } = await sam.must('help:call', { callId, conversationId: null, urgency: 'normal' });
    expect(mine).toMatchObject([{ id: callId, conversationId: null, visitorName: '' }]);
    await ana.must('help:answer', { callId });
    const { mine: answered } = await sam.hears('help:changed', ({ mine: [one] }) => one?.joinedAt != null);
    expect(answered).toMatchObject([{ id: callId, answered: { by: { id: ana.person.id } } }]);
    await sam.must('help:end', { callId });
  });

  it('[HLP1] a call ends by itself when another person holds its conversation', async () => {
    await calls(sam);
    await seesCall(ana);
    await ana.must('conversation:take_over', { conversationId: held.conversationId, reason: 'safety' });
    await sees(ana, (open) => open.length === 0);
    expect((await recorded()).at(-1)).toEqual({ ...OVER, reason: 'holding_over' });
  });

  it('[HLP1] an answered call ends by itself with its chat, before the wrap-up; an unanswered one waits for an answer', async () => {
    const { id: callId } = onlyOf((await calls(sam)).mine);
    await visitor.must('conversation:end', {});
    await sam.hears('desk:changed', ({ caseload }) => caseload.some(({ state }) => state === 'wrap_up'));
    expect(here((await ana.must('help:open', {})).calls)).toHaveLength(1);
    ana.forget();
    await ana.must('help:answer', { callId });
    await sees(ana, (open) => open.length === 0);
    expect((await recorded()).at(-1)).toEqual(OVER);
  });
});

describe('coming to help', () => {
  it('[HLP2] an answering supervisor opens the conversation, and the responder sees who it is', async () => {
    const { id: callId } = onlyOf((await calls(sam)).mine);
    expect(await ana.must('help:answer', { callId })).toEqual({
      answeredBy: { id: ana.person.id, name: ana.person.name },
      conversationId: visitor.id,
    });
    const coming = await hasMine(sam, ({ answered }) => answered !== null);
    expect(coming).toMatchObject({ joinedAt: null, isThere: false });
    await ana.must('conversation:observe', { conversationId: visitor.id });
    const there = await hasMine(sam, ({ isThere }) => isThere);
    expect(there).toMatchObject({ answered: { by: { name: ana.person.name } } });
    await ana.must('conversation:unobserve', { conversationId: visitor.id });
    await hasMine(sam, ({ isThere, joinedAt }) => !isThere && joinedAt !== null);
    expect((await recorded()).map(({ action }) => action)).toEqual([
      'help_called',
      'help_answered',
      'help_joined',
    ]);
  });

  it('[HLP2] the first of many supervisors answers, and the others are told who it is', async () => {
    const others = await Promise.all(
      Array.from({ length: 7 }, (_, at) => aSupervisor(deployment, deployment.gateway(at % 2))),
    );
    const { id: callId } = onlyOf((await calls(sam)).mine);
    const replies = await Promise.all([ana, ...others].map((page) => page.must('help:answer', { callId })));
    const answerers = new Set(replies.map(({ answeredBy }) => answeredBy.id));
    expect(answerers.size).toBe(1);
    expect((await recorded()).filter(({ action }) => action === 'help_answered')).toHaveLength(1);
    const [second] = others.filter(({ person }) => !answerers.has(person.id));
    await second?.must('conversation:observe', { conversationId: visitor.id });
    expect((await recorded()).filter(({ action }) => action === 'help_joined')).toEqual([]);
  });

  it('[HLP2] a supervisor who observes the conversation answers the call', async () => {
    await calls(sam);
    await ana.must('conversation:observe', { conversationId: visitor.id });
    const { answered } = await hasMine(sam, ({ isThere }) => isThere);
    expect(answered?.by.id).toBe(ana.person.id);
  });

  it('[HLP2] no one answers their own call, or one that is over', async () => {
    const own = await aSupervisor(deployment, deployment.gateway(0));
    const callId = randomUUID();
    await own.must('help:call', { callId, conversationId: null, urgency: 'normal' });
    expect(await own.refusal('help:answer', { callId })).toBe('not_found');
    await own.must('help:end', { callId });
    expect(await ana.refusal('help:answer', { callId })).toBe('not_found');
  });
});
