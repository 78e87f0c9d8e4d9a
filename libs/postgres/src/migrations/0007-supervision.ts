import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIGURES = `
-- What a supervisor's figures are read from: contacts by when they ended.
create index conversation_ended on conversation (service_id, ended_at) where state = 'ended';

-- How many load units somebody could take over which time: signed on is having chosen to be available.
create table capacity_span (
  staff_id uuid not null references staff on delete cascade,
  service_id uuid not null,
  capacity smallint not null,
  began_at timestamptz not null,
  ended_at timestamptz
);
create unique index capacity_span_one_open on capacity_span (staff_id) where ended_at is null;
create index capacity_span_of_service on capacity_span (service_id, ended_at);

-- By a trigger, so that whoever changes it, for whatever reason, is counted.
create function note_capacity() returns trigger language plpgsql as $note$
declare
  moment timestamptz := clock_timestamp();
begin
  update capacity_span set ended_at = moment where staff_id = new.id and ended_at is null;
  if new.availability = 'available' then
    insert into capacity_span (staff_id, service_id, capacity, began_at)
    values (new.id, new.service_id, new.capacity, moment);
  end if;
  return null;
end
$note$;
create trigger staff_comes after insert on staff
  for each row when (new.availability = 'available') execute function note_capacity();
create trigger staff_changes after update of availability, capacity on staff
  for each row when (old.availability <> new.availability or old.capacity <> new.capacity)
  execute function note_capacity();

insert into capacity_span (staff_id, service_id, capacity, began_at)
  select id, service_id, capacity, clock_timestamp() from staff where availability = 'available';
`;

const ACTS = `
-- Who said that a visitor is answered later than before, and why: a code.
alter table conversation add column lowered_by uuid references staff, add column lowered_reason text;
-- By whom somebody's last shift was ended kindly, and when; over once they begin another.
alter table staff add column shift_closed_at timestamptz, add column shift_closed_by uuid references staff;

alter table timeline_entry drop constraint timeline_entry_kind_check;
alter table timeline_entry add constraint timeline_entry_kind_check check (
  kind in ('message', 'started', 'joined', 'requeued', 'must_leave', 'left', 'visitor_left', 'ended',
    'told_wait_longer', 'told_still_here', 'told_other_help'));
`;

export class Supervision1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FIGURES);
    await runner.query(ACTS);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('what supervisors did has no place in the older shape'));
  }
}
