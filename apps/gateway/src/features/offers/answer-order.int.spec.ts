import type { ConversationId } from '@warmline/kernel';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { RunningWorker } from '../../../test/deployment/running';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let second: RunningWorker;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  // Of two that match, one decides.
  second = await RunningWorker.start(deployment.workerConfig, deployment.log);
});
afterEach(() => deployment.clear());
afterAll(async () => {
  await second.stop();
  await deployment.stop();
});

const at = (number: number) => deployment.gateway(number % 2);
const enters = (number: number): Promise<Visitor> => {
  const visitor = aVisitor();
  if (number % 5 === 0) return visitor.inDanger().waitingAt(at(number));
  return number % 5 === 1 ? visitor.unsure().waitingAt(at(number)) : visitor.waitingAt(at(number));
};

/** Conversations in the order of their first offer. */
const offered = async (): Promise<ConversationId[]> => {
  const rows = await deployment.database.sql<{ id: ConversationId }>(
    `select conversation_id as id from offer o join conversation c on c.id = o.conversation_id
     where c.state <> 'ended' group by 1 order by min(o.made_at)`,
  );
  return rows.map(({ id }) => id);
};
/** The order of docs/spec/routing.md#order, in SQL and with no code in common; nobody here waits for longer than a target. */
const expected = async (): Promise<ConversationId[]> => {
  const rows = await deployment.database.sql<{ id: ConversationId }>(
    `select id from conversation where state <> 'ended' order by band, entered_at, id`,
  );
  return rows.map(({ id }) => id);
};

const takesAll = async (consoles: readonly Console[], count: number): Promise<void> => {
  const seen = new Set<string>();
  for (let taken = 0; taken < count; taken += 1) {
    const console = consoles[taken % consoles.length];
    if (console === undefined) throw new Error('nobody is there');
    const { id } = await console.isOffered((offer) => !seen.has(offer.id));
    seen.add(id);
    const { conversationId } = await console.must('offer:accept', { offerId: id });
    await deployment.database.sql(
      `with over as (update holding set ended_at = now(), wrapped_up_at = now() where conversation_id = $1)
       update staff set version = version + 1 where id = $2`,
      [conversationId, console.person.id],
    );
    await console.must('availability:set', { availability: 'away' });
    await console.becomesAvailable();
  }
};

describe('with two gateways and two workers', () => {
  it('[RTE1] two gateways and two workers keep one order of offers', async () => {
    const visitors = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(enters));
    await until('everyone to be present', async () => {
      const there = await deployment.redis.everything();
      return visitors.every(({ id }) => there.includes(id));
    });
    const console = await aResponder(deployment, at(0), { capacity: 2 });
    await takesAll([console], visitors.length);
    expect(await offered()).toEqual(await expected());
  });

  it('[RTE1] [ASG6] emptying Redis during an offer keeps the order, the positions and the offer', async () => {
    const first = await enters(2);
    const console = await aResponder(deployment, at(0), { capacity: 2 });
    const offer = await console.isOffered(({ conversationId }) => conversationId === first.id);
    const others = [await enters(3), await enters(1), await enters(0)];
    const before = await deployment.database.sql('select id, entered_at from conversation order by id');
    await deployment.redis.flush();
    expect(await deployment.database.sql('select id, entered_at from conversation order by id')).toEqual(
      before,
    );
    expect((await console.must('desk:open', {})).offer?.id).toBe(offer.id);
    await takesAll([console], 1 + others.length);
    expect(await offered()).toEqual([first.id, ...others.reverse().map(({ id }) => id)]);
  });

  it('[RTE2] a visitor of band 1 whom no one has capacity for calls the supervisors once, and is offered to a person who opted in', async () => {
    const [full, willing] = [await aResponder(deployment, at(0)), await aResponder(deployment, at(1))];
    await willing.must('shift:check_in', { answer: 'yes', takesSurge: true });
    for (const console of [full, willing]) {
      const visitor = await enters(2);
      await console.takes(visitor.id);
    }
    const supervisor = await aSupervisor(deployment, at(0));
    await supervisor.must('live_view:open', {});
    const urgent = await enters(0);
    const offer = await willing.isOffered(({ conversationId }) => conversationId === urgent.id);
    expect(offer).toMatchObject({ surge: true, band: 1 });
    expect((await full.must('desk:open', {})).offer).toBeNull();
    const board = await supervisor.must('live_view:open', {});
    expect(board.waiting).toMatchObject([{ conversationId: urgent.id, offeredTo: willing.person.name }]);
    expect(board.waiting[0]?.calledAt).not.toBeNull();
    expect(
      await deployment.database.count(
        `audit_entry where action = 'supervisors_called' and conversation_id = $1`,
        [urgent.id],
      ),
    ).toBe(1);
    const taken = await Promise.all([
      willing.ask('offer:accept', { offerId: offer.id }),
      supervisor.ask('queue:take', { who: 'answer_first' }),
    ]);
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await deployment.database.count('holding where conversation_id = $1', [urgent.id])).toBe(1);
  });

  it('[RTE5] the surge slot breaks no cool-down', async () => {
    const willing = await aResponder(deployment, at(0));
    await willing.must('shift:check_in', { answer: 'yes', takesSurge: true });
    await willing.takes((await enters(2)).id);
    await deployment.database.sql('update staff set cool_down_since = now() where id = $1', [
      willing.person.id,
    ]);
    const supervisor = await aSupervisor(deployment, at(1));
    const urgent = await enters(0);
    await until('the supervisors to be called', async () => {
      const { waiting } = await supervisor.must('live_view:open', {});
      return waiting.some(
        ({ conversationId, calledAt }) => conversationId === urgent.id && calledAt !== null,
      );
    });
    expect((await willing.must('desk:open', {})).offer).toBeNull();
  });
});
