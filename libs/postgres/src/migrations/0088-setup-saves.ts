import type { MigrationInterface, QueryRunner } from 'typeorm';

const SAVES = `
create table setup_save (
  id uuid primary key,
  service_id uuid not null references service,
  list text not null,
  staff_id uuid not null references staff,
  saved_at timestamptz not null default clock_timestamp(),
  undone boolean not null default false,
  -- Not jsonb: keys of rows have a zero character between their parts.
  change json not null
);
comment on table setup_save is 'how to undo the saves of the last minutes; removed when their time is over';
create index setup_save_of_list on setup_save (service_id, list, saved_at);
create index setup_save_by_time on setup_save (saved_at);
`;

/** What a saved list was before, for as long as it can be undone. */
export class SetupSaves1700000000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SAVES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table setup_save');
  }
}
