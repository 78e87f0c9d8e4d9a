import type { MigrationInterface, QueryRunner } from 'typeorm';
import { REDUCE as REDUCE_BY_SETTING } from './0129-leaving';

const DAY = `
alter table staff add column leaves_at timestamptz;
comment on column staff.leaves_at is
  'when their name becomes an alias unless two people make it sooner: fixed when they are deactivated; null while they are active';
update staff s set leaves_at = s.deactivated_at + v.keeps_names_days * interval '1 day'
from service v where v.id = s.service_id and not s.active;
alter table staff add constraint staff_leaves_on_a_day check (active = (leaves_at is null));
drop index staff_leaving;
create index staff_leaving on staff (leaves_at, id) where not active and left_at is null;
comment on column service.keeps_names_days is
  'how long after someone is deactivated their name and their record are kept; a change is for people deactivated later';

create or replace function staff_deactivated() returns trigger
language plpgsql as $$
begin
  new.deactivated_at := case when new.active then null else clock_timestamp() end;
  new.leaves_at := new.deactivated_at
    + (select v.keeps_names_days from service v where v.id = new.service_id) * interval '1 day';
  return new;
end
$$;
comment on function staff_deactivated() is 'notes since when someone is not active, and when they leave';
`;

const BEFORE = `
create or replace function staff_deactivated() returns trigger
language plpgsql as $$
begin
  new.deactivated_at := case when new.active then null else clock_timestamp() end;
  return new;
end
$$;
comment on function staff_deactivated() is 'notes since when someone is not active';
comment on column service.keeps_names_days is 'how long after someone is deactivated their name and their record are kept';
alter table staff drop column leaves_at;
create index staff_leaving on staff (deactivated_at) where not active and left_at is null;
`;

const REDUCE_BEFORE = REDUCE_BY_SETTING.replace('create function', 'create or replace function');

const REDUCE = REDUCE_BEFORE.replace(
  /elsif leaver\.deactivated_at <= [^;]*? interval '1 day'/,
  'elsif leaver.leaves_at <= clock_timestamp()',
);

/** The day of leaving is fixed when someone is deactivated: one person who sets a shorter time takes no name of those before. */
export class DayOfLeaving1700000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DAY);
    await runner.query(REDUCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(REDUCE_BEFORE);
    await runner.query(BEFORE);
  }
}
