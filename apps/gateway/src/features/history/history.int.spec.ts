import { entryLeaf, openCheckpoint, verifyInclusion } from '@warmline/audit-log';
import { until } from '@warmline/test-kit';
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

const ends = (): Promise<unknown> => visitor.must('conversation:end', {});

const ANY = {
  ...{ responder: null, safety: null, ended: null, outcome: null },
  ...{ topic: null, from: null, until: null },
};

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

  it('can be of someone who held a conversation and has another role now', async () => {
    await deployment.database.sql(`update staff set role = 'trainer' where id = $1`, [responder.person.id]);
    const { people } = await supervisor.must('history:list', { before: null, filter: ANY });
    expect(people.map(({ id }) => id)).toContain(responder.person.id);
  });

  it('names the main topic of each wrap-up before the others', async () => {
    await ends();
    const topics = ['loneliness', 'bereavement', 'abuse_or_violence'];
    await deployment.database.sql('update holding set topics = $2 where conversation_id = $1', [
      visitor.id,
      topics,
    ]);
    const { conversations } = await supervisor.must('history:list', { before: null, filter: ANY });
    expect(conversations[0]?.topics).toEqual(topics);
  });

  it('[SEC1] is for supervisors', async () => {
    expect(await responder.refusal('history:list', { before: null, filter: ANY })).toBe('not_allowed');
  });

  it('[AUD1] opens a conversation that has ended, once its purpose is recorded, and the responder sees both', async () => {
    const opened = { conversationId: visitor.id, purpose: 'complaint' } as const;
    expect(await supervisor.refusal('history:open', opened)).toBe('not_ended');
    await ends();
    const reading = `audit_entry where action = 'history_read' and reason = 'complaint'`;
    expect(await deployment.database.count(reading)).toBe(0);
    const record = await supervisor.must('history:open', opened);
    expect(JSON.stringify(record.written)).toContain('a canary');
    expect(record.done.acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'conversation_started',
        'offer_accepted',
        'conversation_ended',
        'history_read',
      ]),
    );
    await supervisor.must('history:entries', { ...opened, after: 1 });
    expect(await deployment.database.count(reading)).toBe(1);
    // From the beginning is another reading.
    await supervisor.must('history:entries', { ...opened, after: 0 });
    expect(await deployment.database.count(reading)).toBe(2);
    // Another console has recorded nothing yet.
    const other = await supervisor.again(deployment.gateway());
    await other.must('history:acts', { ...opened, after: '0' });
    expect(await deployment.database.count(reading)).toBe(3);
    const [own] = (await responder.must('readers:list', { before: null })).conversations;
    expect(own?.readers).toMatchObject([
      { name: supervisor.person.name, reading: 'history_read', purpose: 'complaint', times: 3 },
    ]);
  });

  it('[AUD3] gives what shows that an entry is in the log, and nothing of another service', async () => {
    await ends();
    const { done } = await supervisor.must('history:open', {
      conversationId: visitor.id,
      purpose: 'incident',
    });
    const act = done.acts[0]?.id ?? '';
    await until('the entry to be in a checkpoint', async () => {
      const reply = await supervisor.ask('history:prove', { act, size: null });
      return reply.ok;
    });
    const proof = await supervisor.must('history:prove', { act, size: null });
    const { size, head } = openCheckpoint(proof.checkpoint, proof.keys);
    const path = proof.path.map((step) => Buffer.from(step, 'hex'));
    const leaf = Buffer.from(proof.leaf, 'hex');
    expect(verifyInclusion(leaf, proof.index, { tree: { size, head }, proof: path })).toBe(true);
    expect(entryLeaf(proof.entry, Buffer.from(proof.salt ?? '', 'hex')).equals(leaf)).toBe(true);
    expect(await supervisor.refusal('history:prove', { act, size: proof.index })).toBe('not_logged_yet');
    // Another console has recorded no reading of it.
    const unread = await supervisor.again(deployment.gateway());
    expect(await unread.refusal('history:prove', { act, size: null })).toBe('not_found');
    const [other] = await deployment.database.sql<{ id: string }>(
      `insert into audit_entry (service_id, action, actor_kind) values (gen_random_uuid(), 'setup_link_made', 'system') returning id::text`,
    );
    expect(await supervisor.refusal('history:prove', { act: other?.id ?? '', size: null })).toBe('not_found');
  });

  it('[AUD1] looks for words in one conversation at a time, each recorded as a reading', async () => {
    await ends();
    const opened = { conversationId: visitor.id, purpose: 'safeguarding' } as const;
    const search = (words: string) => supervisor.must('history:search', { ...opened, words });
    expect(await search('CANARY')).toMatchObject({ total: 1, found: [{ excerpt: 'a canary' }] });
    expect(await search('nightingale')).toEqual({ found: [], total: 0 });
    const readings = `audit_entry where action = 'history_read' and conversation_id = $1`;
    expect(await deployment.database.count(readings, [visitor.id])).toBe(2);
  });

  it('[AUD1] sends nothing of a conversation when the reading cannot be recorded', async () => {
    await ends();
    await deployment.database.sql(
      `alter table audit_entry add constraint unwritable check (action <> 'history_read') not valid`,
    );
    try {
      const opened = { conversationId: visitor.id, purpose: 'complaint' } as const;
      expect(await supervisor.refusal('history:open', opened)).toBe('unavailable');
      expect(await supervisor.refusal('history:entries', { ...opened, after: 0 })).toBe('unavailable');
      expect(await supervisor.refusal('history:search', { ...opened, words: 'canary' })).toBe('unavailable');
    } finally {
      await deployment.database.sql('alter table audit_entry drop constraint unwritable');
    }
  });

  it('[PRV4] once its time is over, says what was done about a conversation, and nothing that was written', async () => {
    await ends();
    await deployment.database.sql(`update conversation set kek_day = '2020-01-01' where id = $1`, [
      visitor.id,
    ]);
    const opened = { conversationId: visitor.id, purpose: 'legal_request' } as const;
    const record = await supervisor.must('history:open', opened);
    expect(record.written).toBeNull();
    expect(record.done.acts.map(({ action }) => action)).toContain('conversation_ended');
    expect(await supervisor.must('history:entries', { ...opened, after: 0 })).toEqual({
      entries: [],
      head: 0,
    });
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
