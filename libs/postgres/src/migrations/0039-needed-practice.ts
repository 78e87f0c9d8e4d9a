import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEEDED = `
alter table service add needed_practice text[] not null default '{}'
  check (needed_practice <@ '{lonely,not_safe,silent,abusive,worried_about_someone}');
comment on column service.needed_practice is 'scenarios that everyone must have passed before they are offered anyone';
`;

/** A charity may ask for practice before the first offer, as for any training that everyone needs. */
export class NeededPractice1700000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEEDED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service drop needed_practice');
  }
}
