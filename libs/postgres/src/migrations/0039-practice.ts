import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of their own: no query about conversations can meet a row of practice (docs/adr/0025-practice-apart.md). */
const PRACTICE = `
create table practice (
  id uuid primary key,
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  scenario text check (scenario in ('lonely', 'not_safe', 'silent', 'abusive', 'worried_about_someone')),
  version integer not null,
  colleague_id uuid references staff,
  began_at timestamptz not null,
  ended_at timestamptz,
  result text check (result in ('passed', 'not_passed', 'left')),
  dek_wrapped bytea not null,
  kek_day date not null,
  check ((scenario is null) <> (colleague_id is null)),
  check (colleague_id <> staff_id),
  check ((ended_at is null) = (result is null))
);
comment on table practice is 'practice conversations: with a written scenario, or with a colleague who plays the visitor; never a real one';
create unique index practice_running on practice (staff_id) where ended_at is null;
create unique index practice_played on practice (colleague_id) where ended_at is null;
create index practice_of_service on practice (service_id, began_at desc);
create table practice_act (
  practice_id uuid not null references practice,
  seq integer not null,
  id uuid not null,
  staff_id uuid not null references staff,
  sealed bytea not null,
  at timestamptz not null,
  primary key (practice_id, seq),
  unique (practice_id, id)
);
comment on table practice_act is 'what the people of a practice conversation wrote and did; rows are only added';
create table practice_word (
  id uuid primary key,
  practice_id uuid not null references practice,
  staff_id uuid not null references staff,
  sealed bytea not null,
  at timestamptz not null
);
comment on table practice_word is 'what supervisors say about a practice conversation; rows are only added';
create index practice_word_of on practice_word (practice_id, at);
`;

/** Practice conversations, apart from real ones. */
export class Practice1700000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PRACTICE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table practice_word, practice_act, practice');
  }
}
