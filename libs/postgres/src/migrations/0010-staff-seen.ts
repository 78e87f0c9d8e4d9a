import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEEN = `
-- When a console of theirs answered last, to within some seconds. A session alone does not say that anybody is there: it goes on
-- for an hour after the last command, and a console that waits for an offer sends none.
create table staff_seen (
  staff_id uuid primary key references staff,
  at timestamptz not null
);
`;

/** Who is present: the opening state and waiting visitors depend on it. */
export class StaffSeen1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEEN);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('who is there has no place in the older shape'));
  }
}
