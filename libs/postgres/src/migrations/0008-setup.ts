import type { MigrationInterface, QueryRunner } from 'typeorm';

const SETUP = `
alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check check (role in ('responder', 'supervisor', 'administrator'));
alter table staff add column active boolean not null default true;

-- Grows with every change of a sheet, so that nobody saves over what somebody else has just saved.
create table setup_sheet (
  service_id uuid not null references service,
  sheet text not null,
  version integer not null default 0,
  primary key (service_id, sheet)
);
`;

const FORECAST = `
-- How many came in an hour of weeks ago.
create index conversation_entered on conversation (service_id, entered_at);
`;

const ROTA = `
-- The rota as people write it: days and times of the service's own zone. What is long over stays in the table, out of sight.
create view rota_row as
  select b.service_id, s.sign_in_name,
    (b.starts_at at time zone v.time_zone)::date::text as day,
    to_char(b.starts_at at time zone v.time_zone, 'HH24:MI') as starts,
    replace(to_char(b.ends_at at time zone v.time_zone, 'HH24:MI'), '00:00', '24:00') as ends
  from rota_block b join staff s on s.id = b.staff_id join service v on v.id = b.service_id
  where b.ends_at > clock_timestamp() - interval '7 days';

create function write_rota_row() returns trigger language plpgsql as $write$
declare
  zone text := (select v.time_zone from service v where v.id = coalesce(new.service_id, old.service_id));
  person uuid := (select s.id from staff s where s.service_id = coalesce(new.service_id, old.service_id)
    and s.sign_in_name = coalesce(new.sign_in_name, old.sign_in_name));
begin
  if tg_op <> 'INSERT' then
    delete from rota_block b where b.staff_id = person
      and b.starts_at = (old.day::date + old.starts::time) at time zone zone;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  insert into rota_block (service_id, staff_id, starts_at, ends_at)
  values (new.service_id, person, (new.day::date + new.starts::time) at time zone zone,
    -- Ending at or before it begins, it ends on the day after.
    (new.day::date + new.ends::time + case when new.ends::time <= new.starts::time then interval '1 day' else interval '0' end)
      at time zone zone)
  on conflict (staff_id, starts_at) do update set ends_at = excluded.ends_at;
  return new;
end
$write$;
create trigger rota_row_written instead of insert or update or delete on rota_row
  for each row execute function write_rota_row();
`;

/** A charity sets itself up: who administers it, who is active, and the version of each list. */
export class Setup1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETUP);
    await runner.query(ROTA);
    await runner.query(FORECAST);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('administrators have no place in the older shape'));
  }
}
