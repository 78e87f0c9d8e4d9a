import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the owner, since gateway and worker have no right to read the rows. */
const CONVERSATION_READERS = `
drop function conversation_readers;
create function conversation_readers(p_ids uuid[])
returns table (conversation_id uuid, reader_id uuid, action text, purpose text, times integer, first_at timestamptz,
  last_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.conversation_id, e.actor_id, e.action, case when e.action = 'history_read' then e.reason end, count(*)::integer,
    min(e.at), max(e.at)
  from audit_entry e
  where e.conversation_id = any (p_ids) and e.actor_kind = 'staff'
    and e.action in ('conversation_read', 'observation_began', 'review_read', 'brief_read', 'history_read')
  group by 1, 2, 3, 4
$$;
comment on function conversation_readers is 'who read each of these conversations, in which way and how often, from the audit rows';
`;

const CONVERSATION_ACTS = `
create function conversation_acts(p_service uuid, p_conversation uuid, p_after bigint, p_most integer)
returns table (id bigint, at timestamptz, action text, actor_kind text, actor_id uuid, whom uuid, reason text, count integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.at, e.action, e.actor_kind, e.actor_id, e.whom, e.reason, e.count
  from audit_entry e
  where e.conversation_id = p_conversation and e.service_id = p_service and e.id > p_after
  order by e.id limit p_most
$$;
comment on function conversation_acts is 'what was done about one conversation, from the audit rows, also after it is erased';
`;

const READERS_BEFORE = `
drop function conversation_readers;
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

/** One conversation of the past is opened for a purpose, and the people who held it see that. */
export class PastConversations1700000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONVERSATION_READERS);
    await runner.query(CONVERSATION_ACTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function conversation_acts');
    await runner.query(READERS_BEFORE);
  }
}
