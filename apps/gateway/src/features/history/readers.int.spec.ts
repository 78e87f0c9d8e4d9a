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
  responder = await aResponder(deployment, deployment.gateway());
  await responder.takes(visitor.id);
  supervisor = await aSupervisor(deployment, deployment.gateway());
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const readersSeenBy = async (page: Console) =>
  (await page.must('readers:list', { before: null })).conversations;

describe('who read my conversations', () => {
  it('[AUD1] a responder sees who else read each of their conversations, how and how often', async () => {
    await responder.reads({ conversationId: visitor.id });
    expect(await readersSeenBy(responder)).toMatchObject([
      { conversationId: visitor.id, endedAt: null, readers: [] },
    ]);
    for (const command of ['conversation:observe', 'conversation:unobserve', 'conversation:observe'] as const)
      await supervisor.must(command, { conversationId: visitor.id });
    const [own] = await readersSeenBy(responder);
    expect(own?.readers).toEqual([
      {
        name: supervisor.person.name,
        reading: 'observation_began',
        purpose: null,
        times: 2,
        firstAt: expect.any(Number) as number,
        lastAt: expect.any(Number) as number,
      },
    ]);
  });

  it('[SEC1] nobody sees who read the conversations of another person', async () => {
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    const other = await aResponder(deployment, deployment.gateway());
    expect(await readersSeenBy(other)).toEqual([]);
    expect(await readersSeenBy(supervisor)).toEqual([]);
  });

  it('the list goes on where the last page ended, and shows each conversation once', async () => {
    const staff = responder.person.id;
    await deployment.database.sql(
      `with made as (insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day,
           entered_at, waiting_since, last_seq, epoch, ended_at, end_reason)
         select gen_random_uuid(), c.service_id, gen_random_uuid(), sha256(n::text::bytea), 'ended', 3, 'en', '\\x00',
           '2099-01-01', at, at, 0, 2, at, 'visitor_ended'
         from conversation c, generate_series(1, 54) n, lateral (select clock_timestamp() - (n / 3) * interval '1 hour' as at)
         where c.id = $1 returning id, ended_at)
       insert into holding (conversation_id, epoch, staff_id, began_at, ended_at, wrapped_up_at, lease_until)
       select id, epoch, $2, ended_at, ended_at, ended_at, ended_at from made, generate_series(1, 2) epoch`,
      [visitor.id, staff],
    );
    const first = await responder.must('readers:list', { before: null });
    const second = await responder.must('readers:list', { before: first.next });
    expect([first.conversations.length, second.conversations.length, second.next]).toEqual([50, 5, null]);
    const seen = [...first.conversations, ...second.conversations];
    expect(new Set(seen.map(({ conversationId }) => conversationId)).size).toBe(55);
  });
});
