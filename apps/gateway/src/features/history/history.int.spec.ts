import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let visitor: Visitor;
let responder: Console;
let supervisor: Console;
beforeAll(async () => {
  deployment = await Deployment.start();
});
beforeEach(async () => {
  visitor = await aVisitor().waitingAt(deployment.gateway());
  await visitor.says('a canary');
  responder = await aResponder(deployment, deployment.gateway());
  await responder.takes(visitor.id);
  supervisor = await aSupervisor(deployment, deployment.gateway());
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const ANY = { responder: null, safety: null, ended: null };

describe('the history', () => {
  it('[AUD1] lists conversations with who held and who read them, and without a word of them', async () => {
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    const list = await supervisor.must('history:list', { before: null, filter: ANY });
    expect(list.conversations).toMatchObject([
      {
        conversationId: visitor.id,
        responderName: responder.person.name,
        ended: null,
        readers: [{ name: supervisor.person.name, reading: 'observation_began', times: 1 }],
      },
    ]);
    expect(JSON.stringify(list)).not.toContain('canary');
    expect(list.people.map(({ id }) => id)).toContain(responder.person.id);
  });

  it('[SEC1] is for supervisors', async () => {
    expect(await responder.refusal('history:list', { before: null, filter: ANY })).toBe('not_allowed');
  });

  it('shows what fits the filter, page after page, also where nothing of a page fits', async () => {
    await deployment.database.sql(
      `insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day, entered_at,
         waiting_since, last_seq, epoch, ended_at, end_reason, safety_answer)
       select gen_random_uuid(), c.service_id, gen_random_uuid(), sha256(n::text::bytea), 'ended', 3, 'en', '\\x00', '2099-01-01',
         at, at, 0, 0, at, case when n > 600 then 'went_quiet' else 'visitor_ended' end, 'said_safe'
       from conversation c, generate_series(1, 660) n, lateral (select clock_timestamp() - (n / 3) * interval '1 hour' as at)
       where c.id = $1`,
      [visitor.id],
    );
    const filter = { ...ANY, ended: 'went_quiet' } as const;
    const pages = [await supervisor.must('history:list', { before: null, filter })];
    for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
      pages.push(await supervisor.must('history:list', { before: next, filter }));
    expect(pages.map(({ conversations }) => conversations.length)).toEqual([0, 50, 10]);
    const ids = pages.flatMap(({ conversations }) => conversations.map((one) => one.conversationId));
    expect(new Set(ids).size).toBe(60);
    const held = { ...ANY, responder: responder.person.id };
    expect(
      (await supervisor.must('history:list', { before: null, filter: held })).conversations,
    ).toMatchObject([{ conversationId: visitor.id }]);
  });
});
