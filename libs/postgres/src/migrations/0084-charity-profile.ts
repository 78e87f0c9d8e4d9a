import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROFILE = `
alter table service add profile jsonb;
comment on column service.profile is
  'what the page of visitors says of the charity: numbers, exit page, privacy, look; null: the pack of its country';
`;

const CHANGES = `
create table charity_change (
  id uuid primary key,
  service_id uuid not null references service,
  -- Of the list of the service afterwards: the change can be taken back while nothing came after it.
  version integer not null,
  staff_id uuid not null references staff,
  at timestamptz not null default clock_timestamp(),
  is_undo boolean not null,
  before jsonb not null,
  after jsonb not null
);
comment on table charity_change is 'each change of what a charity says of itself, before and after';
create index charity_change_of_service on charity_change (service_id, version desc);
`;

/** What a charity says of itself on the page of visitors, and each change of it. */
export class CharityProfile1700000000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PROFILE, CHANGES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table charity_change');
    await runner.query('alter table service drop profile');
  }
}
