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

/** A charity sets itself up: who administers it, who is active, and which version of each sheet stands. */
export class Setup1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETUP);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('administrators have no place in the older shape'));
  }
}
