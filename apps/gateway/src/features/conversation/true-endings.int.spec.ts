import { IndexReadModel } from '@warmline/postgres';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { EndConversation } from './end-conversation';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const aHeldConversation = async () => {
  const visitor = await aVisitor().waitingAt(deployment.gateway());
  const responder = await aResponder(deployment);
  return { visitor, responder, held: await responder.takes(visitor.id) };
};

/** Not safe now, and answered as late as anyone: only the safety answer can keep a timer away. */
const putInDanger = async ({ id }: Visitor): Promise<void> => {
  const supervisor = await aSupervisor(deployment);
  const about = { conversationId: id, reason: null };
  await supervisor.must('safety:set', { ...about, epoch: null, answer: 'not_safe_now' });
  await supervisor.must('band:set', { ...about, band: 3, reason: 'set_by_mistake' });
};
const endings = () => deployment.gateway().app.get(EndConversation, { strict: false });
const stateOf = async ({ id }: Visitor): Promise<string | undefined> =>
  (await deployment.database.one<{ state: string }>('select state from conversation where id = $1', [id]))
    .state;

/** Every way in which a timer ends a conversation, each with the conversation it may end. */
const TIMERS: Record<string, () => Promise<{ visitor: Visitor; close: () => Promise<void> }>> = {
  'the timer after a quick exit': async () => {
    const { visitor } = await aHeldConversation();
    const close = async (): Promise<void> => {
      await deployment.database.sql(
        `update conversation set visitor_left_at = clock_timestamp() - interval '1 hour' where id = $1`,
        [visitor.id],
      );
      await endings().endAfterQuickExit(visitor.id);
    };
    return { visitor, close };
  },
  'the timer of a lost connection': async () => {
    const { visitor, held } = await aHeldConversation();
    const found = { conversation: visitor.id, state: 'talking', epoch: held.epoch } as const;
    return { visitor, close: () => endings().endByAbsence(found) };
  },
  'turning away before closing': async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    return { visitor, close: () => endings().endByTurningAway(visitor.id, 'turned_away') };
  },
  'turning away while nobody is on': async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    return { visitor, close: () => endings().endByTurningAway(visitor.id, 'nobody_on') };
  },
};

describe('a timer that ends conversations', () => {
  it.each(Object.keys(TIMERS))('[SAF2] does not end one in danger: %s', async (name) => {
    const [safe, inDanger] = [await TIMERS[name]?.(), await TIMERS[name]?.()];
    if (safe === undefined || inDanger === undefined) throw new Error(`there is no ${name}`);
    await putInDanger(inDanger.visitor);
    for (const { close } of [safe, inDanger]) await close();
    expect(await stateOf(safe.visitor)).toBe('ended');
    expect(await stateOf(inDanger.visitor)).not.toBe('ended');
    const index = deployment.gateway().app.get(IndexReadModel, { strict: false });
    expect(await index.findLeftQuickly(Date.now(), 100)).toEqual([]);
  });
});

describe('the reason “It went quiet”', () => {
  it('[SAF4] is refused while the visitor waits for us, and before 15 minutes of their silence', async () => {
    const { visitor, responder, held } = await aHeldConversation();
    const quiet = { ...held, reason: 'went_quiet' } as const;
    const passes = async (minutes: number): Promise<void> => {
      const span = `interval '${minutes} minutes'`;
      await deployment.database.sql(
        `update conversation set visitor_message_at = visitor_message_at - ${span} where id = $1`,
        [visitor.id],
      );
      await deployment.database.sql(`update gateway_heartbeat set since = since - ${span}`);
      await deployment.database.sql(
        `update holding set began_at = began_at - ${span} where conversation_id = $1`,
        [visitor.id],
      );
      await deployment.database.sql(
        `update timeline_entry set at = at - ${span} where conversation_id = $1 and kind = 'message'`,
        [visitor.id],
      );
    };
    await visitor.says('are you there');
    await passes(60);
    expect(await responder.refusal('conversation:end', quiet)).toBe('not_quiet_yet');
    await responder.says(held, 'I am here');
    await passes(14);
    expect(await responder.refusal('conversation:end', quiet)).toBe('not_quiet_yet');
    await passes(2);
    expect(await responder.refusal('conversation:end', quiet)).toBeNull();
  });
});
