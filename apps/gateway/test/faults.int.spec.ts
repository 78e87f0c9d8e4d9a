import { Deployment } from './deployment/deployment';
import { aResponder, type Console, type HeldHere } from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

/** A lease is 4 s here, an offer 9 s, a round 0.4 s. */
const TIME_SCALE = 0.2;
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

/** A visitor on the gateway that lives, and a responder on the other one. */
interface Pair {
  readonly visitor: Visitor;
  readonly responder: Console;
}
/** A pair in each state that a fault may meet: all of them meet it at once. */
interface Scene {
  readonly talking: Pair & { readonly held: HeldHere };
  readonly offered: Pair;
  readonly waiting: Pair;
}

const pairsOf = ({ talking, offered, waiting }: Scene): readonly Pair[] => [talking, offered, waiting];

const goesAway = async (responder: Console): Promise<unknown> =>
  responder.must('availability:set', { availability: 'away' });

const aScene = async (): Promise<Scene> => {
  const [here, there] = [deployment.gateway(), await deployment.startGateway()];
  const visitor = await aVisitor().waitingAt(here);
  const responder = await aResponder(deployment, there);
  const talking = { visitor, responder, held: await responder.takes(visitor.id) };
  await goesAway(responder);
  const idle = await aResponder(deployment, there);
  await goesAway(idle);
  const [first, second] = [await aVisitor().waitingAt(here), await aVisitor().waitingAt(here)];
  const asked = await aResponder(deployment, there);
  await asked.isOffered(({ conversationId }) => conversationId === first.id);
  return {
    talking,
    offered: { visitor: first, responder: asked },
    waiting: { visitor: second, responder: idle },
  };
};

/** What happens, and whether the responders are still there afterwards. */
const faults: Record<string, { readonly strike: (scene: Scene) => Promise<void>; readonly loses: boolean }> =
  {
    'the responder closes the page': {
      loses: true,
      strike: async (scene) => pairsOf(scene).forEach(({ responder }) => responder.leave()),
    },
    'the responder’s connection is cut': {
      loses: true,
      strike: async (scene) => pairsOf(scene).forEach(({ responder }) => responder.cut()),
    },
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

const entry = ({ id }: Visitor) =>
  deployment.database.one('select entered_at from conversation where id = $1', [id]);

const untilTalking = (visitor: Visitor, responder: Console): Promise<unknown> =>
  visitor.hears(
    'conversation:changed',
    (view) => view.state === 'talking' && view.responder?.name === responder.person.name,
  );

/** Each of these visitors is taken by a responder who has just come, in the order of the queue. */
const areTakenByOthers = async (visitors: readonly Visitor[]): Promise<void> => {
  const left = new Map(visitors.map((visitor) => [visitor.id as string, visitor]));
  for (let taken = 0; taken < visitors.length; taken += 1) {
    const other = await aResponder(deployment);
    const { id: offerId, conversationId } = await other.isOffered((offer) => left.has(offer.conversationId));
    await other.must('offer:accept', { offerId });
    const visitor = left.get(conversationId);
    if (visitor === undefined) throw new Error('the offer fitted and then did not');
    left.delete(conversationId);
    await untilTalking(visitor, other);
  }
};

/** Their responders are gone: all three are for others. */
const goOnWithOthers = async ({ talking, offered, waiting }: Scene): Promise<void> => {
  await talking.visitor.hears('conversation:changed', ({ state }) => state === 'waiting');
  await areTakenByOthers([talking.visitor, offered.visitor, waiting.visitor]);
};

/** Their responders are still there: only the visitor who waited is for another. */
const goOn = async ({ talking, offered, waiting }: Scene): Promise<void> => {
  expect(await talking.responder.says(talking.held, 'still with you')).toMatchObject({ seq: 3 });
  await talking.visitor.hears('timeline:appended', ({ entries }) =>
    entries.some((each) => each.kind === 'message' && each.body === 'still with you'),
  );
  await offered.responder.takes(offered.visitor.id);
  await areTakenByOthers([waiting.visitor]);
};

describe('nobody is stranded', () => {
  it.each(Object.keys(faults))(
    '[ASG4] [ASG6] visitors who talk, are offered or wait go on, and keep their place, when %s',
    async (named) => {
      const fault = faults[named];
      if (fault === undefined) throw new Error('no such fault');
      const scene = await aScene();
      const visitors = pairsOf(scene).map(({ visitor }) => visitor);
      const before = await Promise.all(visitors.map(entry));
      for (const visitor of visitors) visitor.forget();
      await fault.strike(scene);
      await (fault.loses ? goOnWithOthers(scene) : goOn(scene));
      expect(await Promise.all(visitors.map(entry))).toEqual(before);
      const own = deployment.gateways.splice(1);
      await Promise.all(own.map((gateway) => gateway.stop()));
    },
  );
});
