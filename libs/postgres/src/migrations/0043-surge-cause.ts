import type { MigrationInterface, QueryRunner } from 'typeorm';

const WAS_NEEDED = `
alter table surge_request add column was_needed boolean not null default false;
comment on column surge_request.was_needed is
  'someone waited in danger or past their target when it was made; otherwise it was made ahead of a rush';
`;

/** A surge request knows whether it had a cause, so that it does not outlive it. */
export class SurgeCause1700000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WAS_NEEDED);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
