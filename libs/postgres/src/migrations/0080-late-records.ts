import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the owner, since gateway and worker have no right to read audit rows. The oldest of those that wait is enough. */
const LATE_RECORDS = `
create function late_records(p_service uuid)
returns table (erasure boolean, log boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with six_hours as (select clock_timestamp() - interval '6 hours' as ago)
  select exists (select 1 from conversation c, six_hours where c.service_id = p_service and c.state = 'ended'
      and c.kek_day <= (ago at time zone 'UTC')::date and conversation_expired(c, ago))
    or exists (select 1 from complaint c, six_hours where c.service_id = p_service
      and c.kek_day <= (ago at time zone 'UTC')::date and complaint_expired(c, ago)),
    coalesce((select e.at < clock_timestamp() - interval '5 minutes'
      from audit_pending p join audit_entry e on e.id = p.entry_id order by p.entry_id limit 1), false)
$$;
comment on function late_records is 'whether what expired six hours ago is still kept, and whether an audit row waits for its place in the log for five minutes';
`;

/** Supervisors see that an erasure fails, or that the audit log is late. */
export class LateRecords1700000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LATE_RECORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function late_records');
  }
}
