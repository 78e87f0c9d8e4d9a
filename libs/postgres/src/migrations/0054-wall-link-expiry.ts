import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links from before go on for a year. */
const EXPIRY = `
alter table wall_link add column expires_at timestamptz;
update wall_link set expires_at = clock_timestamp() + interval '365 days';
alter table wall_link alter column expires_at set not null;
comment on column wall_link.expires_at is 'from then on the link opens nothing';
`;

/** An end of every link to the wall page. */
export class WallLinkExpiry1700000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXPIRY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table wall_link drop column expires_at');
  }
}
