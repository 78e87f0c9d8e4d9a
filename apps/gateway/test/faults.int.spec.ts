import { Deployment } from './deployment/deployment';
import { aResponder, type Console, type HeldHere } from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

/** A lease is 4 s here, an offer 9 s, a round 0.4 s. */
const TIME_SCALE = 0.2;
/** Every wait of a row is bounded by itself; together they may take this long (ms). */
const ROW = 90_000;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 1, timeScale: TIME_SCALE, faulty: true });
});
afterEach(async () => {
  await deployment.lines.toRedis.set(null);
  if (deployment.worker === null) await deployment.startWorker();
  await deployment.clear();
});
afterAll(() => deployment.stop());

/** A visitor on the gateway that lives, and a responder on one of their own. */
interface Row {
  readonly visitor: Visitor;
  readonly responder: Console;
  readonly held: HeldHere | null;
}

const states: Record<string, () => Promise<Row>> = {
  waiting: async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const responder = await aResponder(deployment, await deployment.startGateway());
    await responder.must('availability:set', { availability: 'away' });
    return { visitor, responder, held: null };
  },
  offered: async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const responder = await aResponder(deployment, await deployment.startGateway());
    await responder.isOffered(({ conversationId }) => conversationId === visitor.id);
    return { visitor, responder, held: null };
  },
  talking: async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const responder = await aResponder(deployment, await deployment.startGateway());
    const held = await responder.takes(visitor.id);
    await responder.must('availability:set', { availability: 'away' });
    return { visitor, responder, held };
  },
};

/** What happens, and whether the responder is still there afterwards. */
const faults: Record<string, { readonly strike: (row: Row) => Promise<void>; readonly loses: boolean }> = {
  'the responder closes the page': { loses: true, strike: async ({ responder }) => responder.leave() },
  'the responder’s line is cut': { loses: true, strike: async ({ responder }) => responder.cut() },
  'the responder’s gateway is killed': {
    loses: true,
    strike: async () => {
      const doomed = deployment.gateways.pop();
      await doomed?.die();
    },
  },
  'the worker is killed, and another starts': {
    loses: false,
    strike: async () => {
      const { worker } = deployment;
      deployment.worker = null;
      await worker?.die();
      await deployment.startWorker();
    },
  },
  'Redis is flushed': { loses: false, strike: () => deployment.redis.flush() },
  'Redis is unreachable for a while': {
    loses: false,
    strike: async () => {
      await deployment.lines.toRedis.set({ kind: 'refuse' });
      deployment.lines.toRedis.reset();
      await aVisitor().waitingAt(deployment.gateway());
      await deployment.lines.toRedis.set(null);
    },
  },
};

const rows = Object.keys(states).flatMap((state) =>
  Object.keys(faults).map((fault) => [state, fault] as const),
);

const entry = ({ id }: Visitor) =>
  deployment.database.one('select entered_at from conversation where id = $1', [id]);

const untilTalking = (visitor: Visitor, responder: Console): Promise<unknown> =>
  visitor.hears(
    'conversation:changed',
    (view) => view.state === 'talking' && view.responder?.name === responder.person.name,
  );

describe('[ASG4] nobody is stranded', () => {
  it.each(rows)(
    '[ASG4] [ASG6] %s, when %s',
    async (state, named) => {
      const row = await states[state]?.();
      const fault = faults[named];
      if (row === undefined || fault === undefined) throw new Error('no such row');
      const { visitor, responder, held } = row;
      const before = await entry(visitor);
      visitor.forget();
      await fault.strike(row);
      if (held !== null && !fault.loses) {
        expect(await responder.says(held, 'still with you')).toMatchObject({ seq: 3 });
        await visitor.hears('timeline:appended', ({ entries }) =>
          entries.some((each) => each.kind === 'message' && each.body === 'still with you'),
        );
      } else {
        if (held !== null) await visitor.hears('conversation:changed', ({ state: now }) => now === 'waiting');
        if (state === 'offered' && !fault.loses) await responder.takes(visitor.id);
        else {
          const other = await aResponder(deployment);
          await other.takes(visitor.id);
          await untilTalking(visitor, other);
        }
      }
      expect(await entry(visitor)).toEqual(before);
      const own = deployment.gateways.splice(1);
      await Promise.all(own.map((gateway) => gateway.stop()));
    },
    ROW,
  );
});
