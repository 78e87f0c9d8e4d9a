import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODE_TRIES = `
create table code_try (
  staff_id uuid primary key references staff,
  -- Wrong codes in a row; none after a right one.
  wrong smallint not null default 0,
  wrong_at timestamptz
);
comment on table code_try is 'wrong codes of a person in a row, over all their sessions: they slow the next try and never refuse it';
alter table staff_session add column wrong_codes smallint not null default 0;
comment on column staff_session.wrong_codes is 'wrong codes in this session; too many end it';
`;

/** What slows and ends guessing at second factors, also over a restart and over a new half session. */
export class CodeTries1700000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CODE_TRIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table code_try; alter table staff_session drop column wrong_codes');
  }
}
