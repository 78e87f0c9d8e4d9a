import { reportSchema, type Report } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aStaffMember, signIn } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let supervisor: string;
beforeAll(async () => {
  deployment = await Deployment.start({ timeScale: SCALE });
  supervisor = await signIn(deployment.gateway(), await aStaffMember(deployment, { role: 'supervisor' }));
});
afterAll(() => deployment.stop());

const ask = (query: string, cookie = supervisor) =>
  fetch(`${deployment.gateway().url}/api/report?${query}`, { headers: { cookie } });
const report = async (query: string): Promise<Report> => reportSchema.parse(await (await ask(query)).json());

/** The scale that was asked for. On a crowded machine the deployment runs slower. */
const SCALE = 0.05;

/** One of twelve late. By a clock of this scale a break is due after 3 min in conversations, and on time within 45 s. */
const twelveBreaks = () =>
  deployment.database.sql(
    `with one as (select h.staff_id, c.service_id, c.entered_at + interval '10 minutes' as at
     from holding h join conversation c on c.id = h.conversation_id limit 1),
   chosen as (select id, row_number() over () - 1 as n from conversation where epoch = 0 limit 12),
   worked as (insert into shift (id, service_id, staff_id, began_at, ends_at, ended_at, check_in, checked_in_at, takes_surge)
     select gen_random_uuid(), service_id, staff_id, at, at + $1 * interval '2 hours', at + $1 * interval '2 hours', 'yes', at, false from one),
   rested as (insert into staff_break (id, staff_id, began_at, until)
     select gen_random_uuid(), staff_id, at + $1 * (n * interval '5 minutes' + case n when 3 then 230 else 210 end * interval '1 second'),
       at + $1 * (n * interval '5 minutes' + interval '290 seconds') from one, chosen)
   insert into holding (conversation_id, epoch, staff_id, began_at, ended_at, wrapped_up_at, lease_until)
   select id, 1, staff_id, at + $1 * n * interval '5 minutes', at + $1 * (n * interval '5 minutes' + interval '4 minutes'), at, at from one, chosen`,
    [deployment.config.TIME_SCALE / SCALE],
  );

/** Seven of the day of the first conversation, and seven of a month later. */
const erasedContacts = () =>
  deployment.database.sql(
    `insert into past_contact (service_id, hour, band, end_reason, contacts)
   select service_id, date_trunc('hour', entered_at) + n * interval '1 day', 3, 'visitor_ended', 7
   from generate_series(0, 30, 30) n, (select service_id, entered_at from conversation limit 1) one`,
  );

describe('a report of days', () => {
  it('[SEC1] is for supervisors, and for nobody else', async () => {
    for (const role of ['responder', 'administrator'] as const) {
      const cookie = await signIn(deployment.gateway(), await aStaffMember(deployment, { role }));
      expect((await ask('days=1', cookie)).status).toBe(403);
    }
    expect((await ask('days=1', '')).status).toBe(401);
  });

  it('refuses a range that is none', async () => {
    for (const query of [
      '',
      'days=2',
      'days=1&from=2026-01-01',
      'from=2026-01-01',
      'from=2026-02-01&until=2026-01-31',
      'from=2026-01-01&until=2026-04-03',
      'from=2026-02-30&until=2026-03-01',
      'from=2999-01-01&until=2999-01-02',
    ]) {
      const answer = await ask(query);
      expect([query, answer.status, await answer.json()]).toEqual([query, 400, { refusal: 'malformed' }]);
    }
  });

  it('shows no figure of fewer than ten, nor how many they were', async () => {
    const gateway = deployment.gateway();
    const leaves = await aVisitor().waitingAt(gateway);
    await leaves.says('nobody?');
    await leaves.must('conversation:end', {});
    const responder = await aResponder(deployment);
    const visitor = await aVisitor().waitingAt(gateway);
    const held = await responder.takes(visitor.id);
    await visitor.says('hello?');
    await responder.says(held, 'I am here');
    await responder.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
    const today = await report('days=1');
    expect([today.contacts, today.answerRate, today.step]).toEqual([
      null,
      { part: null, of: null, least: 0.9, most: null },
      'hour',
    ]);
    expect(today.replyGap.spread).toEqual({ n: null, mean: null, median: null, p90: null });
    expect([today.length.n, today.unfinished.of, today.handedOver.once.of]).toEqual([null, null, null]);
    const counts = today.steps.flatMap(({ arrivals, answered, left }) => [arrivals, answered, left]);
    expect(new Set(counts)).toEqual(new Set([0, null]));
    expect(counts.filter((count) => count === null).length).toBeGreaterThanOrEqual(3);
    expect(today.concurrency.value).toBe(1);
  });

  it('shows the rates of an earlier week from ten on, and nothing that came after it', async () => {
    const { database } = deployment;
    await database.sql(
      `update conversation set entered_at = entered_at - interval '10 days', waiting_since = waiting_since - interval '10 days',
         ended_at = ended_at - interval '10 days'`,
    );
    await database.sql(
      `update holding set began_at = began_at - interval '10 days', ended_at = ended_at - interval '10 days'`,
    );
    await database.sql(`update timeline_entry set at = at - interval '10 days'`);
    await database.sql(
      `insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day, entered_at,
         waiting_since, last_seq, epoch, ended_at, end_reason)
       select gen_random_uuid(), service_id, gen_random_uuid(), sha256(n::text::bytea), 'ended', 3, 'en', '\\x00', '2099-01-01',
         entered_at, entered_at, 0, 0, entered_at + interval '5 minutes', 'visitor_left_queue'
       from generate_series(1, 18) n, (select service_id, entered_at from conversation limit 1) one`,
    );
    const { today } = await report('days=1');
    const day = (back: number): string =>
      new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10);
    const before = await report(`from=${day(12)}&until=${day(8)}`);
    expect([before.contacts, before.answerRate.part, before.answerRate.of]).toEqual([20, 1, 20]);
    expect([before.leftWaiting.part, before.steps.length]).toEqual([19, 5]);
    expect((await report('days=7')).contacts).toBe(0);
    expect([before.breaks.kept.of, before.occupancy.value, before.erased]).toEqual([0, 1, 0]);
    await twelveBreaks();
    await erasedContacts();
    const kept = await report(`from=${day(13)}&until=${day(8)}`);
    expect([kept.breaks.kept.part, kept.breaks.kept.of, kept.erased]).toEqual([11, 12, null]);
    await database.sql(
      `insert into after_chat_answer (conversation_id, service_id, id, feeling, listened, at)
       select id, service_id, gen_random_uuid(), 'better', 'yes', ended_at from conversation`,
    );
    const few = (await report(`from=${day(14)}&until=${day(8)}`)).survey;
    expect([few.better, few.listened.part]).toEqual([{ part: null, of: 20, least: null, most: null }, null]);
    expect((await report('days=28')).contacts).toBe(20);
  });
});
