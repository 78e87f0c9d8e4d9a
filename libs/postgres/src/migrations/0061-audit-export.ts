import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROW = `
  id bigint, at timestamptz, service_id uuid, action text, actor_kind text, actor_id uuid, conversation_id uuid, epoch integer,
  subject uuid, whom uuid, reason text, count integer`;
const COLUMNS = `
  e.id, e.at, e.service_id, e.action, e.actor_kind, e.actor_id, e.conversation_id, e.epoch, e.subject, e.whom, e.reason, e.count`;

/** As the owner, since gateway and worker have no right to read the rows. */
const FUNCTIONS = `
create function audit_rows(p_ids bigint[]) returns table (${ROW}, salt bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select ${COLUMNS}, s.salt
  from audit_entry e left join audit_salt s on s.of_id = coalesce(e.conversation_id, e.service_id)
  where e.id = any (p_ids)
$$;
comment on function audit_rows is 'rows for an export of the audit log, each with the salt that its leaf was made with; null once that is erased';

create function audit_strays(p_after bigint, p_scan integer) returns table (${ROW}, is_stray boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with scanned as (select * from audit_entry where id > p_after order by id limit p_scan),
  e as (
    select s.*, not exists (select 1 from audit_leaf l where l.entry_id = s.id)
      and not exists (select 1 from audit_pending p where p.entry_id = s.id) as is_stray
    from scanned s)
  select ${COLUMNS}, e.is_stray from e where e.is_stray or e.id = (select max(id) from scanned)
  order by e.id
$$;
comment on function audit_strays is 'of the next rows those that are neither in the log nor pending, and always the last one that was looked at';
`;

/** What an export of the audit log reads. */
export class AuditExport1700000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function audit_rows, audit_strays');
  }
}
