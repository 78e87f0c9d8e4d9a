import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
create table brief_shown (
  handover_id uuid not null references handover,
  staff_id uuid not null references staff,
  shown_at timestamptz not null,
  primary key (handover_id, staff_id)
);
comment on table brief_shown is 'who was sent the brief of a handover, apart from its author; a person and handover once';
`;

/** Who was shown which brief, so that each reading is audited once. */
export class BriefsShown1700000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table brief_shown');
  }
}
