import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { ConversationClocks } from './conversation-clocks';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 1 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** Every time that the clocks read, and which of them is a time of this conversation. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  conversation: ['visitor_message_at', 'responder_message_at', 'entered_at'],
  holding: ['began_at'],
  timeline_entry: ['at'],
  conversation_clock: ['asked_at', 'here_at', 'more_until'],
  visitor_absence: ['from_at', 'to_at'],
};

/** As if so many minutes had passed, in which the servers and the visitor's page were here; then two workers look. */
const passes = async ({ id }: Visitor, minutes: number): Promise<void> => {
  const span = `interval '${minutes} minutes'`;
  for (const [table, columns] of Object.entries(TIMES)) {
    const changes = columns.map((column) => `${column} = ${column} - ${span}`).join(', ');
    const key = table === 'conversation' ? 'id' : 'conversation_id';
    await deployment.database.sql(`update ${table} set ${changes} where ${key} = $1`, [id]);
  }
  await deployment.database.sql(`update gateway_heartbeat set since = since - ${span}`);
  const clocks = deployment.gateway().app.get(ConversationClocks, { strict: false });
  await Promise.all([clocks.takeDueSteps(), clocks.takeDueSteps()]);
};

const aHeldConversation = async (inDanger = false) => {
  const waiting = inDanger ? aVisitor().inDanger() : aVisitor();
  const visitor = await waiting.waitingAt(deployment.gateway());
  const responder = await aResponder(deployment);
  const held = await responder.takes(visitor.id);
  return { visitor, responder, held };
};
const eventsOf = async (visitor: Visitor): Promise<string[]> =>
  (await visitor.reads()).entries.flatMap((entry) => (entry.kind === 'event' ? entry.event : []));
const askedOf = async (visitor: Visitor) => (await visitor.opens()).askedIfHere ?? null;
type Holding = Awaited<ReturnType<Console['takes']>>;

/** The visitor's last word, and our reply. */
const exchange = async (visitor: Visitor, responder: Console, held: Holding): Promise<void> => {
  await visitor.says('I am not sure what to say');
  await responder.says(held, 'Take your time');
};

describe('a visitor who says nothing', () => {
  it('[SAF4] is asked twice, each time once, and then the chat ends kindly', async () => {
    const { visitor, responder, held } = await aHeldConversation();
    await exchange(visitor, responder, held);
    await passes(visitor, 4);
    expect(await askedOf(visitor)).toBeNull();
    await passes(visitor, 2);
    expect(await askedOf(visitor)).toMatchObject({ canEnd: true });
    await passes(visitor, 5);
    await passes(visitor, 5);
    expect(await visitor.opens()).toMatchObject({ state: 'ended', endReason: 'went_quiet' });
    expect((await eventsOf(visitor)).filter((event) => event === 'asked_if_here')).toHaveLength(2);
    expect(await deployment.database.count(`audit_entry where action = 'silence_asked'`)).toBe(2);
  });

  it('[SAF4] has more time whenever they ask for it, and typing is no silence', async () => {
    const { visitor, responder, held } = await aHeldConversation();
    await exchange(visitor, responder, held);
    for (let time = 0; time < 3; time += 1) {
      await passes(visitor, time === 0 ? 6 : 16);
      const asked = await askedOf(visitor);
      const answer = { seq: asked?.seq ?? 0, answer: 'more_time' } as const;
      expect((await visitor.must('silence:answer', answer)).askedIfHere).toBeUndefined();
      // Sent again after a lost acknowledgement.
      await visitor.must('silence:answer', answer);
      await passes(visitor, 14);
      expect(await askedOf(visitor)).toBeNull();
      await passes(visitor, -14);
    }
    expect((await eventsOf(visitor)).filter((event) => event === 'wants_more_time')).toHaveLength(3);
    await passes(visitor, 16);
    expect(await askedOf(visitor)).not.toBeNull();
    await visitor.must('typing:set', { typing: true });
    expect(await askedOf(visitor)).toBeNull();
    await passes(visitor, 4);
    expect(await askedOf(visitor)).toBeNull();
  });

  it('[SAF4] time in which they waited for us, or their page was away, is no silence of theirs', async () => {
    const { visitor, responder, held } = await aHeldConversation();
    await exchange(visitor, responder, held);
    await visitor.says('are you there');
    await passes(visitor, 60);
    expect(await askedOf(visitor)).toBeNull();
    await responder.says(held, 'I am, sorry');
    await passes(visitor, 4);
    await deployment.database.sql(
      `update visitor_presence set at = at - interval '3 minutes' where conversation_id = $1`,
      [visitor.id],
    );
    visitor.cut();
    const back = await visitor.again(deployment.gateway());
    await until(
      'the absence to be recorded',
      async () => (await deployment.database.count('visitor_absence')) > 0,
    );
    await passes(back, 2);
    expect(await askedOf(back)).toBeNull();
    await passes(back, 3);
    expect(await askedOf(back)).not.toBeNull();
  });

  it('[SAF2] in danger is asked without an end, supervisors hear each time, and no timer ends it', async () => {
    const { visitor, responder, held } = await aHeldConversation(true);
    const supervisor = await aSupervisor(deployment);
    await exchange(visitor, responder, held);
    for (const rings of [1, 2]) {
      await passes(visitor, rings === 1 ? 6 : 5);
      expect(await askedOf(visitor)).toMatchObject({ canEnd: false });
      const { silent } = await supervisor.must('help:open', {});
      expect(silent).toMatchObject([{ conversationId: visitor.id, rings }]);
    }
    await passes(visitor, 60);
    expect((await visitor.opens()).state).toBe('talking');
    expect((await responder.must('help:open', {})).silent).toEqual([]);
    await visitor.says('sorry, I am here');
    expect((await supervisor.must('help:open', {})).silent).toEqual([]);
  });
});

describe('a visitor whose danger was lowered by who holds them', () => {
  it('[SAF2] is asked twice, is not told of an end, and no timer ends it', async () => {
    const { visitor, responder, held } = await aHeldConversation(true);
    await exchange(visitor, responder, held);
    await responder.must('safety:set', { ...held, answer: 'not_sure', reason: 'said_since' });
    for (const minutes of [6, 5]) await passes(visitor, minutes);
    expect(await askedOf(visitor)).toMatchObject({ canEnd: false });
    for (const minutes of [6, 60]) await passes(visitor, minutes);
    expect((await visitor.opens()).state).toBe('talking');
    const alone = { ...held, reason: 'went_quiet' } as const;
    expect(await responder.refusal('conversation:end', alone)).toBe('agreement_needed');
  });
});

describe('the length of a conversation', () => {
  it('[SAF4] both sides are told at 15 and 5 minutes, and the responder adds 15', async () => {
    const { visitor, responder, held } = await aHeldConversation();
    await passes(visitor, 31);
    expect(await eventsOf(visitor)).toContain('time_left_15');
    for (let sent = 0; sent < 2; sent += 1)
      await responder.must('conversation:extend', { ...held, number: 1 });
    await passes(visitor, 10);
    expect(await eventsOf(visitor)).not.toContain('time_left_5');
    await passes(visitor, 5);
    await passes(visitor, 10);
    const told = (await eventsOf(visitor)).filter((event) => event.startsWith('time_'));
    expect(told).toEqual(['time_left_15', 'time_extended', 'time_left_15', 'time_left_5']);
    const other = await aResponder(deployment);
    expect(await other.refusal('conversation:extend', { ...held, number: 2 })).toBe('not_found');
  });
});
