import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the owner, since gateway and worker have no right to read the rows. */
const CONVERSATION_READERS = `
create function conversation_readers(p_ids uuid[])
returns table (conversation_id uuid, reader_id uuid, action text, times integer, first_at timestamptz, last_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.conversation_id, e.actor_id, e.action, count(*)::integer, min(e.at), max(e.at)
  from audit_entry e
  where e.conversation_id = any (p_ids) and e.actor_kind = 'staff'
    and e.action in ('conversation_read', 'observation_began', 'review_read', 'brief_read')
  group by e.conversation_id, e.actor_id, e.action
$$;
comment on function conversation_readers is 'who read each of these conversations, in which way and how often, from the audit rows';
`;

/** A responder sees who read their own conversations. */
export class Readers1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONVERSATION_READERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function conversation_readers');
  }
}
