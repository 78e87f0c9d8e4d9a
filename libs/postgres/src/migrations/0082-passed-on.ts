import type { MigrationInterface, QueryRunner } from 'typeorm';

const PASSED_ON = `
alter table complaint add column told_by uuid references staff (id);
comment on column complaint.told_by is 'the colleague who passed it on at the end of a shift; null for what people tell without a name';
`;

/** What a responder has to pass on at the end of a shift reaches supervisors beside what people tell the service. */
export class PassedOn1700000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PASSED_ON);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table complaint drop told_by');
  }
}
