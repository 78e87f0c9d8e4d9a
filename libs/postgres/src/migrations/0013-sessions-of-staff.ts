import type { MigrationInterface, QueryRunner } from 'typeorm';

const SESSIONS = `
-- Who is there is asked with every tick and by whoever starts; sessions that ended long ago are many, and are not looked through.
create index staff_session_open on staff_session (staff_id) where ended_at is null;
`;

/** Finds the sessions of one person without reading everyone's. */
export class SessionsOfStaff1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SESSIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index staff_session_open');
  }
}
