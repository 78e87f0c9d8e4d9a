import type { StaffNotices } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { aConsole, aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start();
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const HOUR = 3_600_000;

type Told = StaffNotices['forecast:changed'];
const isMade = ({ forecast, failed }: Told): boolean => forecast !== null || failed;

/** So many contacts each hour of the last day: nobody is there to remember them. */
const contactsEachHour = (count: number): Promise<unknown> =>
  deployment.database.sql(
    `insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day,
       entered_at, waiting_since, ended_at, end_reason)
     select gen_random_uuid(), (select id from service limit 1), gen_random_uuid(), sha256(gen_random_uuid()::text::bytea),
       'ended', 3, 'en', '\\x00', current_date + 90, at, at, at, 'left_waiting'
     from generate_series(1, 24) hour, generate_series(1, $1) one,
       lateral (select clock_timestamp() - hour * interval '1 hour' + one * interval '20 seconds' as at) t`,
    [count],
  );

/** In times as people plan: now, then full hours, and shifts from quarter to quarter. */
const expectWholeTimes = (forecast: Told['forecast']): void => {
  const hours = forecast?.hours ?? [];
  const full = hours.slice(1);
  expect([4, 5]).toContain(full.length);
  expect(full.map(({ from }) => from % HOUR)).toEqual(full.map(() => 0));
  expect(hours.some((hour) => hour.answerable < hour.answerableWithMore)).toBe(true);
  const times = (forecast?.additions ?? []).flatMap(({ from, until }) => [from, until]);
  expect(times.map((time) => time % (HOUR / 4))).toEqual(times.map(() => 0));
};

describe('a staffing forecast', () => {
  it('only supervisors may make a forecast', async () => {
    const responder = await aConsole(deployment, deployment.gateway());
    expect(await responder.refusal('forecast:make', {})).toBe('not_allowed');
  });

  it('a forecast needs no one when no visitors are expected', async () => {
    const supervisor = await aSupervisor(deployment);
    await supervisor.must('forecast:make', {});
    const { forecast } = await supervisor.hears('forecast:changed', isMade);
    expect(forecast).toMatchObject({ additions: [], isReached: true });
  });

  it('a forecast asks for more people when visitors outnumber them, and reports its progress', async () => {
    await contactsEachHour(6);
    await aResponder(deployment);
    await aVisitor().waitingAt(deployment.gateway());
    const supervisor = await aSupervisor(deployment);
    const [, progress, made] = await Promise.all([
      supervisor.must('forecast:make', {}),
      supervisor.hears('forecast:changed', ({ share, forecast }) => forecast === null && share > 0),
      supervisor.hears('forecast:changed', isMade),
    ]);
    expect(progress.share).toBeLessThan(1);
    const { forecast } = made;
    expect(forecast).toMatchObject({ basis: 'latest_hours', target: 10 });
    expectWholeTimes(forecast);
    expect(forecast?.hours[0]?.planned).toBe(1);
    // Six visitors an hour for one person who takes two at a time for the best part of an hour.
    expect(forecast?.additions.length).toBeGreaterThan(0);
    const waits = forecast?.hours.map(({ wait, waitWithMore }) => waitWithMore - wait) ?? [];
    expect(Math.min(...waits)).toBeLessThan(0);
  });
});
