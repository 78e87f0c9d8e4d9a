import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNT = `
alter table audit_entry add column count integer check (count > 0);
comment on column audit_entry.count is 'how many, where one row stands for several: refusals of a minute, skills; null elsewhere';
`;

/** A row of the audit may count what happened without naming anyone. */
export class AuditCounts1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_entry drop column count');
  }
}
