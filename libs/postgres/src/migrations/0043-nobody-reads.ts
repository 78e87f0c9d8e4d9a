import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As before, with one case more: a holder writes nothing new to a visitor who left by quick exit. */
const APPEND_MESSAGES = `
create or replace function append_messages(p_conversations uuid[], p_ids uuid[], p_roles text[], p_staff uuid[], p_epochs integer[], p_sealed bytea[])
 RETURNS TABLE(ord bigint, outcome text, seq integer, at timestamp with time zone, sealed bytea)
 LANGUAGE plpgsql
AS $function$
declare
  moment timestamptz;
begin
  perform 1 from conversation c where c.id = any (p_conversations) order by c.id for no key update;
  moment := clock_timestamp();
  return query
  with asked as (
    select * from unnest(p_conversations, p_ids, p_roles, p_staff, p_epochs, p_sealed)
      with ordinality as a(conversation_id, id, role, staff_id, epoch, sealed, ord)
  ), judged as (
    select a.*, c.last_seq, e.seq as known_seq, e.at as known_at, e.sealed as known_sealed,
      case
        when c.id is null then 'not_found'
        when a.role = 'visitor' and not visitor_token_works(c, moment) then 'not_found'
        when a.role = 'responder' and h.staff_id is distinct from a.staff_id then 'not_found'
        when e.id is not null and e.kind = 'message' and e.author_role = a.role
          and e.staff_id is not distinct from a.staff_id then 'known'
        when e.id is not null then 'not_found'
        when a.role = 'responder' and (a.epoch <> c.epoch or c.state = 'waiting') then 'stale_epoch'
        when c.state = 'ended' then 'conversation_ended'
        when a.role = 'responder' and c.visitor_left_at is not null then 'visitor_left'
        else 'new'
      end as outcome
    from asked a
    left join conversation c on c.id = a.conversation_id
    left join timeline_entry e on e.conversation_id = a.conversation_id and e.id = a.id
    left join holding h on h.conversation_id = a.conversation_id and h.epoch = a.epoch
  ), numbered as (
    select j.*,
      (j.last_seq + count(*) filter (where j.outcome = 'new')
        over (partition by j.conversation_id order by j.ord))::integer as new_seq
    from judged j
  ), stored as (
    insert into timeline_entry (conversation_id, seq, id, kind, author_role, staff_id, sealed, at)
    select n.conversation_id, n.new_seq, n.id, 'message', n.role, n.staff_id, n.sealed, moment
    from numbered n where n.outcome = 'new'
    returning 1
  ), counted as (
    update conversation c set
      last_seq = n.head,
      visitor_messages = c.visitor_messages + n.from_visitor,
      visitor_message_at = case when n.from_visitor > 0 then moment else c.visitor_message_at end,
      responder_message_at = case when n.from_responder > 0 then moment else c.responder_message_at end
    from (
      select conversation_id, max(new_seq) as head,
        count(*) filter (where role = 'visitor')::integer as from_visitor,
        count(*) filter (where role = 'responder')::integer as from_responder
      from numbered x where x.outcome = 'new' group by conversation_id
    ) n
    where c.id = n.conversation_id
    returning 1
  )
  select n.ord, n.outcome,
    case n.outcome when 'new' then n.new_seq when 'known' then n.known_seq end,
    case n.outcome when 'new' then moment when 'known' then n.known_at end,
    case n.outcome when 'known' then n.known_sealed end
  from numbered n order by n.ord;
end
$function$;
`;

/** A message is not stored where its reader has left by quick exit. Postgres judges it, under the lock of each write. */
export class NobodyReads1700000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_MESSAGES);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
