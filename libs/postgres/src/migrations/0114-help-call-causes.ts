import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What made a call for help, so that nobody is told that they called where facts in the safety record did. */
export class HelpCallCauses1700000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table help_call add column because text not null default 'pressed' check (because in ('pressed', 'facts'));
       comment on column help_call.because is 'pressed by a person, or made by facts in the safety record'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table help_call drop column because');
  }
}
