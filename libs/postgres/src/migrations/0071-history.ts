import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is listed by its time is found by it, however long the history is. */
export class History1700000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index conversation_history on conversation (service_id, entered_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index conversation_history');
  }
}
