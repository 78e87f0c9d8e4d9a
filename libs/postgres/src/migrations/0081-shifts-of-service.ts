import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report of days reads the shifts of a range, to say when breaks were due. */
export class ShiftsOfService1700000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index shift_of_service on shift (service_id, began_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index shift_of_service');
  }
}
