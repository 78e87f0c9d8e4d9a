import type { ServiceSummary } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import type { OpeningReason, OpeningSetting } from '@warmline/vocabulary';
import { Deployment } from '../../../test/deployment/deployment';
import { RunningWorker, type RunningGateway } from '../../../test/deployment/running';
import { aConsole, aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';
import { COUNTED_A_MINUTE } from './contact-count-limit';

let deployment: Deployment;
let here: RunningGateway;
let there: RunningGateway;
let supervisor: Console;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  [here, there] = [deployment.gateway(0), deployment.gateway(1)];
  supervisor = await aSupervisor(deployment, here);
});
afterEach(async () => {
  await deployment.clear();
  await deployment.database.sql('update staff set shift_ends_at = null');
  await deployment.database.sql('delete from opening');
  await deployment.database.sql('delete from service_hours');
  await deployment.database.sql('update service set on_call = true');
  supervisor = await aSupervisor(deployment, here);
});
afterAll(() => deployment.stop());

const look = async ({ url }: RunningGateway, query = ''): Promise<ServiceSummary> =>
  (await (await fetch(`${url}/api/service${query}`)).json()) as ServiceSummary;

const set = (setting: OpeningSetting, reason: OpeningReason = 'planned') =>
  supervisor.must('opening:set', { setting, reason });

/** The outcome of starting with this safety answer: 'queued', or the refusal. */
const starts = async (gateway: RunningGateway, safety: 'safe' | 'unsure' | 'danger'): Promise<string> => {
  const page = await aVisitor().arrivingAt(gateway);
  const start = { startId: crypto.randomUUID(), safety, name: '', language: 'en' } as const;
  return (await page.refusal('conversation:start', start)) ?? 'queued';
};
const everyBand = async (gateway: RunningGateway): Promise<string[]> => [
  await starts(gateway, 'safe'),
  await starts(gateway, 'unsure'),
  await starts(gateway, 'danger'),
];
const QUEUED = 'queued';
const NOT = 'service_closed';

/** Nobody is on call: only a running shift counts. */
const byShiftsOnly = (): Promise<unknown> => deployment.database.sql('update service set on_call = false');
const closedByTheHours = (): Promise<unknown> =>
  deployment.database.sql(
    `insert into service_hours (service_id, weekday, opens, closes)
     select id, 1 + extract(isodow from now())::integer % 7, '10:00', '11:00' from service`,
  );
/** Everybody but `stays` has signed out. */
const othersSignOut = async (stays: Console): Promise<void> => {
  await deployment.database.sql('update staff_session set ended_at = now() where staff_id <> $1', [
    stays.person.id,
  ]);
};
const nobodySignedIn = (): Promise<unknown> =>
  deployment.database.sql('update staff_session set ended_at = now() where ended_at is null');
const audited = (): Promise<number> =>
  deployment.database.count(`audit_entry where action = 'door_set' and actor_kind = 'system'`);

describe('the opening of a service', () => {
  it('[RTE7] no visitor is queued while no one is on shift, at any gateway', async () => {
    await byShiftsOnly();
    await nobodySignedIn();
    for (const gateway of [here, there]) expect(await everyBand(gateway)).toEqual([NOT, NOT, NOT]);
    expect(await deployment.database.count(`conversation where state = 'waiting'`)).toBe(0);
    await aResponder(deployment, there);
    expect(await everyBand(here)).toEqual([QUEUED, QUEUED, QUEUED]);
  });

  it('[RTE7] a person who has signed out does not count as on shift', async () => {
    await byShiftsOnly();
    const gone = await aResponder(deployment, here);
    await othersSignOut(gone);
    await fetch(`${here.url}/api/session`, { method: 'DELETE', headers: { cookie: gone.cookie } });
    expect(await starts(there, 'danger')).toBe(NOT);
  });

  it('[RTE7] a person who takes no chats today does not count as on shift', async () => {
    await byShiftsOnly();
    const sam = await aResponder(deployment, here);
    await othersSignOut(sam);
    expect(await starts(there, 'danger')).toBe(QUEUED);
    await deployment.database.sql(`update shift set check_in = 'not_today' where staff_id = $1`, [
      sam.person.id,
    ]);
    await until('that to be seen', async () => (await starts(there, 'danger')) === NOT);
  });

  it('[RTE7] band 1 and 2 are queued whenever anyone is on shift, also when the service is closed to others', async () => {
    await byShiftsOnly();
    await aResponder(deployment, here, { availability: 'available' });
    for (const setting of ['at_capacity', 'closed'] as const) {
      await set(setting);
      for (const gateway of [here, there]) expect(await everyBand(gateway)).toEqual([NOT, QUEUED, QUEUED]);
    }
    await deployment.database.sql('delete from opening');
    await closedByTheHours();
    expect(await everyBand(there)).toEqual([NOT, QUEUED, QUEUED]);
  });

  it('[RTE7] only band 1 and 2 are queued while only a supervisor is at their console', async () => {
    await byShiftsOnly();
    await nobodySignedIn();
    await aSupervisor(deployment, there);
    for (const gateway of [here, there]) expect(await everyBand(gateway)).toEqual([NOT, QUEUED, QUEUED]);
    await until('it to be shown', async () => (await look(here)).opening === 'closed');
    expect(await look(here)).toMatchObject({ takes: 'urgent' });
  });

  it('a paused service queues no one, until a supervisor opens it again', async () => {
    await set('paused', 'incident');
    // Someone may be taken by a state that is a tenth of a second old.
    await until('the other gateway to know', async () => (await look(there)).opening === 'paused');
    expect(await everyBand(there)).toEqual([NOT, NOT, NOT]);
    await set('open', 'back_to_normal');
    expect(await everyBand(there)).toEqual([QUEUED, QUEUED, QUEUED]);
  });

  it('both gateways show the opening state within a second', async () => {
    await set('at_capacity', 'long_wait');
    for (const gateway of [here, there])
      await until('the door to be shown', async () => (await look(gateway)).opening === 'at_capacity');
    expect(await look(there)).toMatchObject({ takes: 'urgent', opensAt: null });
  });

  it('[RTE7] a service at capacity says when it is worth coming back, as far as the wait tells', async () => {
    await set('at_capacity', 'long_wait');
    await deployment.stopWorker();
    await deployment.database.sql('update opening set standard_bound = 46');
    await until('a time', async () => (await look(there)).spaceAt !== null);
    const { spaceAt } = await look(there);
    const left = Number(spaceAt) - Date.now();
    expect(Number(spaceAt) % (30 * 60_000)).toBe(0);
    // Sixteen minutes too long, ten to be sure, five for a supervisor: no sooner, and half an hour later at most.
    expect(left).toBeGreaterThan(30 * 60_000);
    expect(left).toBeLessThan(62 * 60_000);
    await set('at_capacity', 'too_few_on');
    await until('no time', async () => (await look(there)).spaceAt === null);
    await deployment.startWorker();
  });

  it('[AUD1] only supervisors set the opening state, with a reason, and it is recorded once', async () => {
    const responder = await aConsole(deployment, there);
    expect(await responder.refusal('opening:set', { setting: 'closed', reason: 'planned' })).toBe(
      'not_allowed',
    );
    const view = await set('closed', 'too_few_on');
    expect(view).toMatchObject({ state: 'closed', why: 'person', set: { by: supervisor.person.name } });
    await set('closed', 'too_few_on');
    const rows = await deployment.database.sql<{ reason: string }>(
      `select reason from audit_entry where action = 'door_set' and actor_id = $1 order by id`,
      [supervisor.person.id],
    );
    expect(rows).toEqual([{ reason: 'closed_too_few_on' }]);
  });

  it('supervisors at every gateway are told of a change of the opening state', async () => {
    const watching = await aSupervisor(deployment, there);
    await watching.must('live_view:open', {});
    await set('closed');
    await watching.hears('opening:changed', ({ state }) => state === 'closed');
  });

  it('visitors who are not queued are counted without knowing who they are', async () => {
    const { database } = deployment;
    await database.sql('delete from turned_away');
    await set('at_capacity');
    await until('the door to be shown', async () => (await look(here)).opening === 'at_capacity');
    await look(here, '?arriving');
    await starts(here, 'safe');
    expect(await starts(here, 'danger')).toBe(QUEUED);
    const rows = await database.sql(
      'select reason, band, sum(contacts)::integer as contacts from turned_away group by 1, 2 order by 2',
    );
    // Who came, found it closed to others and was queued all the same is no longer counted as turned away.
    expect(rows).toEqual([
      { reason: 'at_capacity', band: 0, contacts: 0 },
      { reason: 'at_capacity', band: 3, contacts: 1 },
    ]);
  });
});

describe('the count of those who were not queued', () => {
  it('[OPS2] the count of visitors who were not queued is bounded, however often a page arrives', async () => {
    const { database } = deployment;
    await database.sql('delete from turned_away');
    await set('at_capacity');
    await until('the door to be shown', async () => (await look(here)).opening === 'at_capacity');
    for (let round = 0; round < 10; round += 1)
      await Promise.all(Array.from({ length: 20 }, () => look(here, '?arriving')));
    const [row] = await database.sql<{ contacts: number }>(
      'select sum(contacts)::integer as contacts from turned_away',
    );
    expect(row?.contacts).toBeGreaterThan(0);
    // The gateway’s minute may change once during this.
    expect(row?.contacts).toBeLessThanOrEqual(2 * COUNTED_A_MINUTE);
  });
});

describe('a wait that is too long', () => {
  /** As if U80 had been above the limit for so long. */
  const overFor = (minutes: number): Promise<unknown> =>
    deployment.database.sql(
      `insert into opening (service_id, over_since, standard_bound)
       select id, now() - $1 * interval '1 minute', 60 from service
       on conflict (service_id) do update set over_since = excluded.over_since, standard_bound = 60`,
      [minutes],
    );

  it('a wait that is too long suggests closing, and a supervisor may keep the service open', async () => {
    await deployment.stopWorker();
    await overFor(2);
    const { suggestion } = await supervisor.must('opening:read', {});
    expect(suggestion).toMatchObject({ kind: 'close_to_standard' });
    expect((suggestion?.actsAt ?? 0) - (suggestion?.since ?? 0)).toBe(5 * 60_000);
    expect(await supervisor.must('opening:keep_open', {})).toMatchObject({ state: 'open', suggestion: null });
    expect(await supervisor.refusal('opening:keep_open', {})).toBe('nothing_suggested');
    await deployment.startWorker();
  });

  it('[RTE7] a wait that is too long closes the service to band 3 when no one acts, stored once by any number of workers', async () => {
    await deployment.stopWorker();
    const before = await audited();
    await overFor(6);
    // Every gateway closes at once. A worker only stores it.
    expect(await everyBand(there)).toEqual([NOT, QUEUED, QUEUED]);
    const { OpeningJob } = await import('./opening-job');
    const rounds = [here, there, here, there].map(({ app }) => app.get(OpeningJob, { strict: false }));
    await Promise.all([...rounds, ...rounds].map((round) => round.updateOpening(60 * 60_000)));
    expect(await audited()).toBe(before + 1);
    expect(await supervisor.must('opening:read', {})).toMatchObject({
      state: 'at_capacity',
      why: 'long_wait',
      set: { by: null, reason: 'long_wait' },
    });
    const second = await RunningWorker.start(deployment.workerConfig, deployment.log);
    await deployment.startWorker();
    await second.stop();
  });
});
