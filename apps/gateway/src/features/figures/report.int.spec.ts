import { reportSchema, type Report } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aStaffMember, signIn } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let supervisor: string;
beforeAll(async () => {
  deployment = await Deployment.start({ timeScale: 0.05 });
  supervisor = await signIn(deployment.gateway(), await aStaffMember(deployment, { role: 'supervisor' }));
});
afterAll(() => deployment.stop());

const ask = (query: string, cookie = supervisor) =>
  fetch(`${deployment.gateway().url}/api/report?${query}`, { headers: { cookie } });
const report = async (query: string): Promise<Report> => reportSchema.parse(await (await ask(query)).json());

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

  it('counts who was answered, who left and how it ended, and shows no rate of fewer than ten', async () => {
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
      2,
      { part: null, of: 2, least: 0.9, most: null },
      'hour',
    ]);
    expect(today.replyGap.spread).toEqual({ n: 1, mean: null, median: null, p90: null });
    expect([today.length.n, today.unfinished.of, today.handedOver.once.of]).toEqual([1, 1, 1]);
    const { arrivals, answered, left } = today.steps.reduce((all, step) => ({
      ...step,
      arrivals: all.arrivals + step.arrivals,
      answered: all.answered + step.answered,
      left: all.left + step.left,
    }));
    expect([arrivals, answered, left]).toEqual([2, 1, 1]);
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
    await database.sql(
      `insert into after_chat_answer (conversation_id, service_id, id, feeling, listened, at)
       select id, service_id, gen_random_uuid(), 'better', 'yes', ended_at from conversation`,
    );
    const few = (await report(`from=${day(13)}&until=${day(8)}`)).survey;
    expect([few.better, few.listened.part]).toEqual([{ part: null, of: 20, least: null, most: null }, null]);
    expect((await report('days=28')).contacts).toBe(20);
  });
});
