import type { MigrationInterface, QueryRunner } from 'typeorm';

const REPLACED = `
alter table staff_session add column replaced boolean not null default false;
alter table staff_session add constraint staff_session_replaced_check check (not replaced or ended_at is not null);
comment on column staff_session.replaced is 'ended because its person signed in again in the same browser, where its pages go on';
`;

/** A session says whether its pages go on in a newer one. */
export class ReplacedSessions1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPLACED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table staff_session drop column replaced');
  }
}
