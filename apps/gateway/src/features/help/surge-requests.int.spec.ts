import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import { aConsole, aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let ana: Console;
let sam: Console;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
beforeEach(async () => {
  ana = await aSupervisor(deployment, deployment.gateway(1));
  sam = await aResponder(deployment, deployment.gateway(0));
  for (const page of [ana, sam]) await page.must('help:open', {});
});
afterEach(async () => {
  await passes('surge_request set asked_at', 'asked_at', '1 hour');
  await deployment.clear();
});
afterAll(() => deployment.stop());

/** As if so much time had gone by for whatever is stored there. */
const passes = (where: string, column: string, span: string): Promise<unknown> =>
  deployment.database.sql(`update ${where} = ${column} - interval '${span}'`);

const isAsked = async (page: Console): Promise<string> => {
  const { asked } = await page.hears('help:changed', (view) => view.asked !== null);
  if (asked === null) throw new Error('the notice fitted and then did not');
  return asked.id;
};

describe('a surge request', () => {
  it('[HLP3] a surge request reaches everyone who is on shift and available, and answers are recorded', async () => {
    const jo = await aConsole(deployment, deployment.gateway(1));
    const askId = randomUUID();
    expect((await ana.must('surge:ask', { askId })).answers).toMatchObject({ invited: 1, can: [] });
    expect(await isAsked(sam)).toBe(askId);
    expect((await sam.must('surge:answer', { askId, can: true })).asked).toBeNull();
    const told = await ana.hears('help:changed', ({ answers }) => answers?.can.length === 1);
    expect(told.answers).toMatchObject({ can: [sam.person.name], cannot: 0 });
    expect((await jo.must('help:open', {})).asked).toBeNull();
    expect(
      await deployment.database.sql(
        `select action, actor_id, reason from audit_entry where action like 'everyone%' order by id`,
      ),
    ).toEqual([
      { action: 'everyone_asked', actor_id: ana.person.id, reason: null },
      { action: 'everyone_answered', actor_id: sam.person.id, reason: 'can' },
    ]);
  });

  it('[HLP3] a surge request is refused shortly after another one, by any supervisor', async () => {
    const kim = await aSupervisor(deployment, deployment.gateway(0));
    const replies = await Promise.all(
      [ana, kim, ana, kim].map((page) => page.refusal('surge:ask', { askId: randomUUID() })),
    );
    expect(replies.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(replies.filter((refusal) => refusal === 'too_fast')).toHaveLength(3);
    expect(await sam.refusal('surge:ask', { askId: randomUUID() })).toBe('not_allowed');
  });

  it('[HLP3] a surge request ends after a while, and can then not be answered', async () => {
    const askId = randomUUID();
    await ana.must('surge:ask', { askId });
    await isAsked(sam);
    sam.forget();
    await passes('surge_request set asked_at', 'asked_at', '5 minutes');
    await sam.hears('help:changed', ({ asked }) => asked === null);
    expect(await sam.refusal('surge:answer', { askId, can: true })).toBe('not_found');
  });

  it('[HLP3] a surge request is over once nobody in danger or past their target waits, and supervisors keep the answers', async () => {
    const late = await aVisitor().waitingAt(deployment.gateway(0));
    await passes('conversation set waiting_since', 'waiting_since', '11 minutes');
    const inDanger = await aVisitor().inDanger().waitingAt(deployment.gateway(1));
    // In nobody's way: they wait, and neither in danger nor long.
    await aVisitor().waitingAt(deployment.gateway(1));
    const askId = randomUUID();
    await ana.must('surge:ask', { askId });
    expect(await isAsked(sam)).toBe(askId);
    await inDanger.must('conversation:end', {});
    expect((await sam.must('help:open', {})).asked?.id).toBe(askId);
    sam.forget();
    await late.must('conversation:end', {});
    await sam.hears('help:changed', ({ asked }) => asked === null);
    expect((await ana.must('help:open', {})).answers).toMatchObject({ id: askId, can: [], cannot: 0 });
  });

  it('[HLP3] a surge request is over once as many said yes as wait in need, and goes on when there are more', async () => {
    const kim = await aResponder(deployment, deployment.gateway(1));
    await kim.must('help:open', {});
    const start = () => aVisitor().inDanger().waitingAt(deployment.gateway(0));
    await start();
    const askId = randomUUID();
    await ana.must('surge:ask', { askId });
    expect(await isAsked(kim)).toBe(askId);
    await sam.must('surge:answer', { askId, can: false });
    expect((await kim.must('help:open', {})).asked?.id).toBe(askId);
    kim.forget();
    await sam.must('surge:answer', { askId, can: true });
    await kim.hears('help:changed', ({ asked }) => asked === null);
    kim.forget();
    await start();
    expect(await isAsked(kim)).toBe(askId);
  });

  it('[RTE5] [HLP3] a surge request waits for the quiet time of a person to be over', async () => {
    const ofSam = (since: string) =>
      deployment.database.sql(`update staff set ${since} where id = $1`, [sam.person.id]);
    await ofSam('cool_down_since = clock_timestamp()');
    expect((await ana.must('surge:ask', { askId: randomUUID() })).answers?.invited).toBe(0);
    await ofSam("cool_down_since = clock_timestamp() - interval '4 minutes', cool_down_extended = true");
    expect((await sam.must('help:open', {})).asked).toBeNull();
    await ofSam('cool_down_since = null, cool_down_extended = false, heavy_since = clock_timestamp()');
    expect((await sam.must('help:open', {})).asked).toBeNull();
    sam.forget();
    await ofSam("heavy_since = clock_timestamp() - interval '1 hour'");
    await isAsked(sam);
  });

  it('[RTE5] [HLP3] a surge request disturbs no one on a break, and a yes ends no break and breaks no limit', async () => {
    const askId = randomUUID();
    await ana.must('live_view:open', {});
    await ana.must('person:call_break', { staffId: sam.person.id });
    await sam.hears('desk:changed', (desk) => desk.wellbeing.break.until !== null);
    expect((await ana.must('surge:ask', { askId })).answers?.invited).toBe(0);
    // Past the screen: they were not asked, and answer all the same.
    await sam.must('surge:answer', { askId, can: true });
    await aVisitor().inDanger().waitingAt(deployment.gateway(1));
    const { waiting } = await ana.seesLiveView((board) => board.waiting[0]?.calledAt != null);
    expect(waiting[0]?.offeredTo).toBeNull();
    const { offer, wellbeing } = await sam.must('desk:open', {});
    expect([offer, wellbeing.shift?.takesSurge]).toEqual([null, true]);
    expect(wellbeing.obstacles.map(({ reason }) => reason)).toContain('on_break');
    sam.forget();
    await passes('staff_break set until', 'until', '10 minutes');
    await deployment.database.sql("update staff_break set began_at = began_at - interval '10 minutes'");
    await sam.isOffered();
  });
});

describe('a supervisor’s decision about a person', () => {
  it('[RTE5] [HLP4] only a supervisor ends a break that a supervisor called, and the responder is told who did', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    const held = await sam.takes(visitor.id);
    await ana.must('person:call_break', { staffId: sam.person.id });
    const told = await sam.hears('help:changed', ({ breakCalledBy }) => breakCalledBy !== null);
    expect(told.breakCalledBy).toBe(ana.person.name);
    expect(await sam.refusal('break:end', {})).toBe('break_called');
    await sam.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
    await sam.hears('desk:changed', (desk) => desk.wellbeing.break.until !== null);
    expect(await sam.refusal('break:end', {})).toBe('break_called');
    sam.forget();
    await passes('staff_break set until', 'until', '10 minutes');
    await sam.hears('help:changed', ({ breakCalledBy }) => breakCalledBy === null);
  });

  it('[HLP4] a responder ends a break that they asked for themselves', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    await sam.takes(visitor.id);
    await sam.must('break:take', {});
    expect(await sam.refusal('break:end', {})).toBeNull();
    expect((await sam.must('help:open', {})).breakCalledBy).toBeNull();
  });

  it('[HLP4] a responder is told who ended their shift, until they begin another', async () => {
    await ana.must('person:close_shift', { staffId: sam.person.id });
    const { shiftClosed } = await sam.hears('help:changed', (view) => view.shiftClosed !== null);
    expect(shiftClosed?.by).toBe(ana.person.name);
    const { shiftClosed: still } = await (await sam.again(deployment.gateway(1))).must('help:open', {});
    expect(still?.by).toBe(ana.person.name);
  });
});

describe('a visitor who waits for a reply', () => {
  it('[HLP5] a visitor without a reply is on every supervisor’s list after five minutes, and off it with the next message', async () => {
    const visitor = await aVisitor().named('Robin').waitingAt(deployment.gateway(0));
    const held = await sam.takes(visitor.id);
    await visitor.says('are you there?');
    await passes('conversation set visitor_message_at', 'visitor_message_at', '299 seconds');
    await passes('holding set began_at', 'began_at', '10 minutes');
    const { unanswered } = await ana.hears('help:changed', (view) => view.unanswered.length > 0);
    expect(unanswered).toMatchObject([
      { conversationId: visitor.id, visitorName: 'Robin', responder: { id: sam.person.id } },
    ]);
    expect((await sam.must('help:open', {})).unanswered).toEqual([]);
    ana.forget();
    await sam.says(held, 'I am here');
    await ana.hears('help:changed', (view) => view.unanswered.length === 0);
  });

  it('[HLP5] a visitor in danger without a reply is on every supervisor’s list after three minutes, and no one else', async () => {
    const visitor = await aVisitor().named('Robin').waitingAt(deployment.gateway(0));
    const held = await sam.takes(visitor.id);
    await visitor.says('are you there?');
    await passes('conversation set visitor_message_at', 'visitor_message_at', '181 seconds');
    await passes('holding set began_at', 'began_at', '10 minutes');
    expect((await ana.must('help:open', {})).unanswered).toEqual([]);
    await sam.must('safety:set', { ...held, answer: 'not_safe_now', reason: null });
    const { unanswered } = await ana.hears('help:changed', (view) => view.unanswered.length > 0);
    expect(unanswered).toMatchObject([{ conversationId: visitor.id, responder: { id: sam.person.id } }]);
  });

  it('[SAF1] a visitor in danger who has written nothing waits for the first word of the person who took them', async () => {
    const visitor = await aVisitor().named('Sky').waitingAt(deployment.gateway(0));
    const held = await sam.takes(visitor.id);
    await sam.must('safety:set', { ...held, answer: 'not_safe_now', reason: null });
    await passes('holding set began_at', 'began_at', '181 seconds');
    const { unanswered } = await ana.hears('help:changed', (view) => view.unanswered.length > 0);
    expect(unanswered).toMatchObject([{ conversationId: visitor.id, responder: { id: sam.person.id } }]);
    ana.forget();
    await sam.says(held, 'Hello Sky, I am Sam');
    await ana.hears('help:changed', (view) => view.unanswered.length === 0);
  });
});
