import type { VisitorConversation } from '@warmline/contracts';
import { until, within } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import type { RunningGateway } from '../../../test/deployment/running';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { TurnAwayWaiting } from '../waiting-time/turn-away-waiting';
import { WaitEstimates } from '../waiting-time/wait-estimates';

/** A look and a push, with room for a slow machine (ms). */
const AT_ONCE = 3_000;

let deployment: Deployment;
let here: RunningGateway;
let there: RunningGateway;
beforeAll(async () => {
  // A tenth: half an hour of holding takes three minutes, and a look at the waits 150 ms.
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.1 });
  [here, there] = [deployment.gateway(0), deployment.gateway(1)];
  // Only shifts count: nobody is on call.
  await deployment.database.sql('update service set on_call = false');
});
afterEach(async () => {
  await deployment.clear();
  await deployment.database.sql('update staff set shift_ends_at = null');
  await deployment.database.sql('update staff_session set ended_at = now() where ended_at is null');
  await deployment.database.sql('delete from rota_block');
});
afterAll(() => deployment.stop());

const isAlone = ({ wait }: VisitorConversation): boolean => wait === 'nobody_on';
/** From now on. */
const hears = (
  visitor: Visitor,
  fits: (view: VisitorConversation) => boolean,
): Promise<VisitorConversation> => {
  visitor.forget();
  return within('to be told', visitor.hears('conversation:changed', fits), AT_ONCE);
};

interface Cast {
  readonly sam: Console;
  readonly standard: Visitor;
  readonly unsure: Visitor;
  readonly danger: Visitor;
}

/** A visitor of each band waits, the only responder is resting, and there is no supervisor. */
const everyBandWaits = async (): Promise<Cast> => {
  const sam = await aResponder(deployment, here);
  await resting(sam);
  return {
    sam,
    standard: await aVisitor().waitingAt(there),
    unsure: await aVisitor().unsure().waitingAt(here),
    danger: await aVisitor().inDanger().waitingAt(there),
  };
};
/** On shift and available, but resting, so they get no offers. */
const resting = async ({ person }: Console): Promise<void> => {
  await deployment.database.sql(
    `insert into staff_break (id, staff_id, began_at, until) values (gen_random_uuid(), $1, now(), now() + interval '1 hour')`,
    [person.id],
  );
};
const ends = (sam: Console) => sam.must('shift:check_out', { feeling: null, review: null });

describe('the last responder leaves', () => {
  it('[RTE7] when the last responder leaves everyone who waits is told at once, keeps the position, and is told when someone is back', async () => {
    const { sam, standard, unsure, danger } = await everyBandWaits();
    const everyone = [standard, unsure, danger];
    const before = await Promise.all(everyone.map((visitor) => visitor.opens()));
    expect(before.some(isAlone)).toBe(false);
    const told = everyone.map((visitor) => hears(visitor, isAlone));
    await ends(sam);
    await Promise.all(told);
    for (const [index, visitor] of everyone.entries())
      expect((await visitor.opens()).waitingSince).toBe(before[index]?.waitingSince);

    const back = everyone.map((visitor) => hears(visitor, (view) => !isAlone(view)));
    const jo = await aResponder(deployment, there);
    await Promise.all(back);
    // The order is what it was: who is in danger first.
    expect((await jo.isOffered()).band).toBe(1);
  });

  it('[RTE7] when the last responder’s computer closes everyone who waits is told', async () => {
    const { sam, standard } = await everyBandWaits();
    // Gateways that have only just begun to listen hold nobody's silence against them.
    await deployment.database.sql(`update gateway_heartbeat set since = now() - interval '1 hour'`);
    const told = hears(standard, isAlone);
    sam.leave();
    await deployment.database.sql(
      `update staff_session set used_at = now() - interval '3 minutes' where staff_id = $1`,
      [sam.person.id],
    );
    await until('the console to be gone', async () => {
      await deployment.database.sql(
        `update staff_presence set at = now() - interval '3 minutes' where staff_id = $1`,
        [sam.person.id],
      );
      return (await standard.opens()).wait === 'nobody_on';
    });
    await told;
  });

  it('[RTE7] when everyone has been away for half a minute a visitor in danger is told, the others later', async () => {
    const { sam, standard, danger } = await everyBandWaits();
    expect((await danger.opens()).wait).toBe('next');
    const told = hears(danger, isAlone);
    await deployment.database.sql(
      `update staff set availability = 'away', away_because = 'chosen', free_since = now() - interval '31 seconds'
       where id = $1`,
      [sam.person.id],
    );
    await told;
    expect((await standard.opens()).wait).not.toBe('nobody_on');
  });

  it('[RTE7] when the only console has been silent for half a minute a visitor in danger is told', async () => {
    const { sam, standard, danger } = await everyBandWaits();
    await deployment.database.sql(`update gateway_heartbeat set since = now() - interval '1 hour'`);
    sam.leave();
    await until('a visitor in danger to be told', async () => {
      await deployment.database.sql(
        `update staff_session set used_at = now() - interval '31 seconds' where staff_id = $1`,
        [sam.person.id],
      );
      await deployment.database.sql(
        `update staff_presence set at = now() - interval '31 seconds' where staff_id = $1`,
        [sam.person.id],
      );
      return isAlone(await danger.opens());
    });
    expect((await standard.opens()).wait).not.toBe('nobody_on');
  });

  it('[RTE7] with a supervisor on, band 1 and 2 still have someone, and the supervisor is alarmed about the others', async () => {
    const { sam, standard, unsure, danger } = await everyBandWaits();
    const supervisor = await aSupervisor(deployment, there);
    await supervisor.must('opening:read', {});
    const told = hears(standard, isAlone);
    const alarm = within(
      'an alarm',
      supervisor.hears('opening:changed', ({ leftWaiting }) => leftWaiting?.count === 1),
      5_000,
    );
    await ends(sam);
    await Promise.all([told, alarm]);
    expect((await unsure.opens()).wait).not.toBe('nobody_on');
    expect((await danger.opens()).wait).toBe('next');
  });
});

describe('with nobody on for longer', () => {
  /** As if they had been told so long ago. */
  const toldMinutesAgo = (minutes: number): Promise<unknown> =>
    deployment.database.sql(
      `update wait_estimate set said = jsonb_set(said, '{since}',
         to_jsonb((extract(epoch from now() - $1 * interval '1 minute') * 1000)::bigint)) where said->>'kind' = 'nobody_on'`,
      [minutes * deployment.config.TIME_SCALE],
    );
  const isOver = ({ state, endReason }: VisitorConversation): boolean =>
    state === 'ended' && endReason === 'nobody_on';
  const alone = async (): Promise<Cast> => {
    const cast = await everyBandWaits();
    const { sam, standard, unsure, danger } = cast;
    const told = [standard, unsure, danger].map((visitor) => hears(visitor, isAlone));
    await ends(sam);
    await Promise.all(told);
    return cast;
  };
  /** The worker looks once more, whatever its own rhythm. */
  const looksAgain = async (): Promise<void> => {
    const app = deployment.worker?.app;
    const estimates = await until('a look', async () =>
      app?.get(WaitEstimates, { strict: false }).estimateAll(),
    );
    await app?.get(TurnAwayWaiting, { strict: false }).turnAwayUnreachable(estimates);
  };

  it('[RTE7] a visitor of band 3 is turned away after half an hour with no one on, and no other ever', async () => {
    const { standard, unsure, danger } = await alone();
    await toldMinutesAgo(29);
    await looksAgain();
    expect((await standard.opens()).state).toBe('waiting');
    const over = hears(standard, isOver);
    await toldMinutesAgo(31);
    await over;
    await toldMinutesAgo(300);
    await looksAgain();
    for (const visitor of [unsure, danger])
      expect(await visitor.opens()).toMatchObject({ state: 'waiting', wait: 'nobody_on' });
    const reasons = await deployment.database.sql<{ reason: string }>(
      `select reason from audit_entry where action = 'conversation_ended' and conversation_id = $1`,
      [standard.id],
    );
    expect(reasons).toEqual([{ reason: 'nobody_on' }]);
  });

  it('[RTE7] no one is turned away while someone is planned to come soon', async () => {
    const { sam, standard } = await alone();
    await deployment.database.sql(
      `insert into rota_block (service_id, staff_id, starts_at, ends_at)
       select service_id, id, now() + interval '10 minutes', now() + interval '2 hours' from staff where id = $1`,
      [sam.person.id],
    );
    await toldMinutesAgo(90);
    await looksAgain();
    expect((await standard.opens()).state).toBe('waiting');
  });
});
