import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer and a step are two dangers: who ended the one is not forgotten when another person ends the other. */
const CLOSED_BY = `
alter table conversation add step_closed_by uuid references staff;
comment on column conversation.step_closed_by is 'who closed the safety step: they do not end it alone either; null once a step is opened again';
`;

/** The person who lowered the safety answer and the one who closed the safety step are both kept (SAF2). */
export class WhoLoweredTheDanger1700000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOSED_BY);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
