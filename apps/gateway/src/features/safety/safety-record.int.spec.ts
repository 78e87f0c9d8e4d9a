import { randomUUID } from 'node:crypto';
import type { SafetyEntryWritten, SafetyRecord } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aHandoverOf, aHeldConversation } from '../../../test/deployment/handing-over';
import { aSupervisor, type Console, type HeldHere } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** In every text that staff write here. No page of a visitor may ever be sent it. */
const MARKER = 'heron-4711';
const words = `${MARKER} said so`;

type Fact = Extract<SafetyEntryWritten, { kind: 'fact' }>;
const fact = (name: Fact['fact'], over: Partial<Fact> = {}): Fact => ({
  kind: 'fact',
  fact: name,
  isTicked: true,
  timeframe: null,
  words,
  ...over,
});
const PLAN: SafetyEntryWritten = { kind: 'plan', part: 'signs', words };
const ASKED: SafetyEntryWritten = { kind: 'asked', answer: 'yes', words };
const act = (name: Extract<SafetyEntryWritten, { kind: 'act' }>['act']): SafetyEntryWritten => ({
  kind: 'act',
  act: name,
  words,
});
const step = (
  name: Extract<SafetyEntryWritten, { kind: 'step' }>['step'],
  isDone = true,
): SafetyEntryWritten => ({ kind: 'step', step: name, isDone });
const CALL = { called: words, minutesAgo: 4, reference: words, outcome: words, isConfirmed: true };

interface About {
  readonly conversationId: string;
  readonly epoch: number | null;
}
const records = (page: Console, about: About & { readonly entryId?: string }, entry: SafetyEntryWritten) =>
  page.must('safety:record', { entryId: randomUUID(), ...about, entry });
const refusalOf = (page: Console, about: About, entry: SafetyEntryWritten) =>
  page.refusal('safety:record', { ...about, entryId: randomUUID(), entry });
const noted = (record: SafetyRecord): string[] => record.facts.map((one) => one.fact);

const audited = async (conversation: string, ...actions: string[]): Promise<(string | null)[]> => {
  const rows = await deployment.database.sql<{ reason: string | null }>(
    'select reason from audit_entry where conversation_id = $1 and action = any ($2) order by id',
    [conversation, actions],
  );
  return rows.map(({ reason }) => reason);
};
const callsFor = async (conversation: string): Promise<number> =>
  deployment.database.count('help_call where conversation_id = $1', [conversation]);
const openCalls = async (page: Console, { id }: Visitor) =>
  (await page.must('help:open', {})).calls.filter(({ conversationId }) => conversationId === id);
/** Everything the server puts on the visitor's line from now on, before any client has parsed it. */
const framesOf = (visitor: Visitor): string[] => {
  const frames: string[] = [];
  visitor.socket.io.engine.on('packet', (packet: object) => frames.push(JSON.stringify(packet)));
  return frames;
};

/** The holder is lost, and the conversation waits again. */
const isRequeued = async ({ conversationId }: HeldHere, holder: Console): Promise<void> => {
  holder.cut();
  await deployment.database.sql(
    `update holding set lease_until = clock_timestamp() - interval '1 second' where conversation_id = $1`,
    [conversationId],
  );
  await until('the conversation to wait again', async () => {
    const { state } = await deployment.database.one<{ state: string }>(
      'select state from conversation where id = $1',
      [conversationId],
    );
    return state === 'waiting';
  });
};

describe('the safety record of a conversation', () => {
  it('[SAF3] what was learned is kept through a handover, a reload, a requeue and a take-over', async () => {
    const warm = await aHandoverOf(deployment).accepted();
    const about = { conversationId: warm.visitor.id };
    await records(warm.sender, warm.held, ASKED);
    await records(warm.sender, warm.held, fact('thoughts'));
    await records(warm.sender, warm.held, fact('thoughts', { isTicked: false }));
    await warm.visitor.must('handover:answer', { handoverId: warm.handoverId, agrees: true });
    expect((await warm.receiver.must('safety:open', about)).facts).toMatchObject([
      { fact: 'thoughts', isTicked: false, words, by: warm.sender.person.name },
    ]);
    await warm.receiver.must('handover:confirm_brief', { handoverId: warm.handoverId });
    const now = await warm.receiver.must('handover:take_control', { handoverId: warm.handoverId });
    expect(await refusalOf(warm.sender, warm.held, fact('plan'))).toBe('stale_epoch');
    await records(warm.receiver, now, PLAN);
    const reloaded = await warm.receiver.again(deployment.gateway(1));
    expect(await reloaded.must('safety:open', about)).toMatchObject({
      asked: { answer: 'yes', by: warm.sender.person.name },
      plan: [{ part: 'signs', by: warm.receiver.person.name }],
    });
    await warm.receiver.must('availability:set', { availability: 'away' });
    reloaded.cut();
    await isRequeued(now, warm.receiver);
    const supervisor = await aSupervisor(deployment);
    const { epoch } = await supervisor.must('conversation:take_over', { ...about, reason: 'safety' });
    const kept = await records(supervisor, { ...about, epoch }, fact('means'));
    expect(noted(kept)).toEqual(['thoughts', 'means']);
  });

  it('[SAF1] facts that ask for a supervisor call one, once, and the conversation is in danger from then on', async () => {
    const { visitor, sender, held } = await aHeldConversation(deployment);
    const supervisor = await aSupervisor(deployment, deployment.gateway(0));
    await supervisor.must('help:open', {});
    const about = { conversationId: visitor.id };
    await records(sender, held, fact('plan'));
    await records(sender, held, fact('means'));
    expect(await callsFor(visitor.id)).toBe(0);
    const reaching = fact('timeframe', { timeframe: 'within_24_h' });
    const entryId = randomUUID();
    const twice = [1, 2].map(() => records(sender, { ...held, entryId }, reaching));
    const [reached] = await Promise.all(twice);
    expect(reached).toMatchObject({
      step: { because: 'threshold' },
      called: { here: [supervisor.person.name], answeredBy: null },
    });
    await supervisor.hears('help:changed', ({ calls }) =>
      calls.some(
        ({ conversationId, urgency, because }) =>
          conversationId === visitor.id && urgency === 'urgent' && because === 'facts',
      ),
    );
    await records(sender, held, fact('already_acted'));
    await records(sender, held, fact('plan', { isTicked: false }));
    await records(sender, held, fact('plan'));
    expect(await callsFor(visitor.id)).toBe(1);
    const desk = await sender.must('desk:open', {});
    expect(desk).toMatchObject({ load: 2, caseload: [{ band: 1, safety: { entries: 6 } }] });
    expect(desk.caseload[0]?.safety.stepAt).toEqual(expect.any(Number));
    expect(
      await deployment.database.one('select in_danger from conversation where id = $1', [visitor.id]),
    ).toEqual({ in_danger: true });
    const [call] = (await supervisor.must('help:open', {})).calls;
    await supervisor.must('help:answer', { callId: call?.id ?? '' });
    expect((await sender.must('safety:open', about)).called?.answeredBy).toBe(supervisor.person.name);
    const closed = await supervisor.must('safety:close', { ...about, reason: 'said_since' });
    expect(closed).toMatchObject({ step: null, called: null });
    await records(sender, held, fact('who_helps'));
    expect(await callsFor(visitor.id)).toBe(1);
    expect(await audited(visitor.id, 'safety_step_opened', 'safety_step_closed', 'band_changed')).toEqual([
      'threshold',
      'band_1',
      'said_since',
    ]);
    expect(await audited(visitor.id, 'help_called')).toEqual(['facts']);
  });

  it('[SAF1] facts call again where a supervisor has answered an earlier call', async () => {
    const { visitor, sender, held } = await aHeldConversation(deployment);
    const supervisor = await aSupervisor(deployment, deployment.gateway(0));
    const earlier = randomUUID();
    await sender.must('help:call', { callId: earlier, conversationId: visitor.id, urgency: 'normal' });
    await supervisor.must('help:answer', { callId: earlier });
    const reached = await records(sender, held, fact('already_acted'));
    expect(reached.called).toMatchObject({ answeredBy: null });
    const calls = await openCalls(supervisor, visitor);
    expect(calls).toMatchObject([{ urgency: 'urgent', answered: null, rings: 1 }]);
    expect(calls[0]?.id).not.toBe(earlier);
  });

  it('[SAF1] a call of the facts is not taken back, and goes with the conversation until a supervisor answers', async () => {
    const warm = await aHandoverOf(deployment).read();
    await records(warm.sender, warm.held, fact('already_acted'));
    const { mine } = await warm.sender.must('help:open', {});
    expect(await warm.sender.refusal('help:end', { callId: mine[0]?.id ?? '' })).toBe('not_allowed');
    await warm.receiver.must('handover:take_control', { handoverId: warm.handoverId });
    const supervisor = await aSupervisor(deployment, deployment.gateway(0));
    const callId = await until('a call by the new holder', async () => {
      const [call, ...more] = await openCalls(supervisor, warm.visitor);
      return more.length === 0 && call?.calledBy.id === warm.receiver.person.id && call.id;
    });
    await supervisor.must('help:answer', { callId });
    expect((await warm.receiver.must('help:end', { callId })).mine).toEqual([]);
  });

  it('[SAF1] a step that a supervisor marks as done lifts what held the visitor back', async () => {
    const visitor = await aVisitor().inDangerAndSilent().waitingAt(deployment.gateway(0));
    const supervisor = await aSupervisor(deployment, deployment.gateway(0));
    const where = `from conversation where id = '${visitor.id}'`;
    await deployment.database.sql(
      'update conversation set needs_proof = true, set_aside_at = clock_timestamp() where id = $1',
      [visitor.id],
    );
    expect(await deployment.database.one(`select hold ${where}`)).toEqual({ hold: 'set_aside' });
    await records(supervisor, { conversationId: visitor.id, epoch: null }, step('supervisor_decides'));
    expect(await deployment.database.one(`select hold, set_aside_at ${where}`)).toEqual({
      hold: null,
      set_aside_at: null,
    });
  });

  it('[SAF5] each act is audited, each is done by whom it is for, and the emergency log is a supervisor’s and only grows', async () => {
    const { visitor, sender, held } = await aHeldConversation(deployment);
    const supervisor = await aSupervisor(deployment, deployment.gateway(0));
    const about = { conversationId: visitor.id };
    const asSupervisor = { ...about, epoch: null };
    await records(sender, held, act('agreed_plan'));
    expect(await refusalOf(sender, held, act('emergency_services'))).toBe('not_allowed');
    expect(await refusalOf(sender, held, step('supervisor_decides'))).toBe('not_allowed');
    expect(await refusalOf(supervisor, asSupervisor, fact('plan'))).toBe('not_allowed');
    await records(supervisor, asSupervisor, act('emergency_services'));
    const ticked = await records(sender, held, step('stay_with_them'));
    expect(ticked).toMatchObject({ step: { because: 'card' }, called: null, log: [] });
    expect(await callsFor(visitor.id)).toBe(0);
    await supervisor.must('emergency:log', { ...about, entryId: randomUUID(), entry: CALL });
    await sender.must('safety:set', { ...held, answer: 'said_safe', reason: null });
    await supervisor.must('safety:close', { ...about, reason: 'said_since' });
    await visitor.must('conversation:end', {});
    expect(await refusalOf(sender, held, fact('means'))).toBe('conversation_ended');
    expect((await records(supervisor, asSupervisor, step('supervisor_decides'))).step).toBeNull();
    const { log } = await supervisor.must('emergency:log', { ...about, entryId: randomUUID(), entry: CALL });
    expect(log).toMatchObject([
      { called: words, isConfirmed: true, by: supervisor.person.name },
      { called: words },
    ]);
    expect((log[0]?.at ?? 0) - (log[0]?.calledAt ?? 0)).toBe(4 * 60_000);
    expect(await audited(visitor.id, 'safety_recorded')).toEqual([
      'act_agreed_plan',
      'act_emergency_services',
      'step',
      'log',
      'step',
      'log',
    ]);
  });

  it('[SAF5] no word of it reaches the visitor: by push, reload, refusal or the end', async () => {
    const { visitor, sender, held } = await aHeldConversation(deployment);
    const supervisor = await aSupervisor(deployment, deployment.gateway(0));
    const about = { conversationId: visitor.id };
    const frames = framesOf(visitor);
    for (const entry of [ASKED, fact('already_acted'), PLAN, act('called_supervisor'), step('ask_where')])
      await records(sender, held, entry);
    await supervisor.must('emergency:log', { ...about, entryId: randomUUID(), entry: CALL });
    const reloaded = await visitor.again(deployment.gateway(1));
    const later = framesOf(reloaded);
    for (const page of [visitor, reloaded]) {
      await page.reads();
      for (const command of ['safety:open', 'safety:record', 'safety:close', 'emergency:log'])
        expect(await page.tell(command, { ...about, epoch: held.epoch })).toEqual({
          ok: false,
          refusal: 'unknown_command',
        });
    }
    await sender.says(held, 'the last word');
    for (const page of [visitor, reloaded]) await page.hears('timeline:appended');
    const http = await Promise.all(
      ['/api/service', '/', `/api/conversations/${visitor.id}`].map(async (path) =>
        (
          await fetch(`${deployment.gateway().url}${path}`, {
            headers: { authorization: `Bearer ${visitor.token}` },
          })
        ).text(),
      ),
    );
    await reloaded.must('conversation:end', {});
    const everything = [...frames, ...later, ...http, visitor.everything(), reloaded.everything()].join('\n');
    expect(everything).toContain('the last word');
    for (const hidden of [MARKER, 'safety_step', 'stepAt', 'already_acted', 'threshold'])
      expect(everything).not.toContain(hidden);
    expect(sender.everything()).toContain(MARKER);
    const tables = await deployment.database.everything();
    expect(tables).not.toContain(MARKER);
  });
});
