import type { MigrationInterface, QueryRunner } from 'typeorm';

const DROPPED = 'alter table help_call drop constraint help_call_over_because_check';

/** A call for help is over with the holding of who called, also where the conversation goes on. */
export class CallOverWithHolding1700000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${DROPPED}, add constraint help_call_over_because_check
       check (over_because in ('taken_back', 'settled', 'conversation_over', 'holding_over', 'forgotten'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update help_call set over_because = 'conversation_over' where over_because = 'holding_over';
       ${DROPPED}, add constraint help_call_over_because_check
       check (over_because in ('taken_back', 'settled', 'conversation_over', 'forgotten'))`,
    );
  }
}
