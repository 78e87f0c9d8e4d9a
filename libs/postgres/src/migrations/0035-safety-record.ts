import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One predicate of danger for every query: what the safety answer says, or an open safety step. */
const STEP = `
alter table conversation
  add safety_step_at timestamptz,
  add safety_step_because text check (safety_step_because in ('threshold', 'card')),
  add safety_called_at timestamptz,
  add safety_entries integer not null default 0,
  add constraint safety_step_has_a_cause check ((safety_step_at is null) = (safety_step_because is null)),
  add in_danger boolean not null generated always as
    (safety_answer = 'not_safe_now' or safety_step_at is not null) stored;
comment on column conversation.safety_step_at is 'since when a safety step is open; null while none is';
comment on column conversation.safety_step_because is 'the facts asked for it, or a person ticked the danger card';
comment on column conversation.safety_called_at is 'when the facts called a supervisor; null once the step is closed';
comment on column conversation.safety_entries is 'entries of its safety record: the number of the newest';
comment on column conversation.in_danger is 'derived: not safe now by the answer, or a safety step is open';
`;

/** What an entry says is sealed, its subject too: a destroyed key leaves that something was written, by whom and when. */
const ENTRIES = `
create table safety_entry (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  number integer not null check (number > 0),
  staff_id uuid not null references staff,
  sealed bytea not null,
  recorded_at timestamptz not null,
  unique (conversation_id, number)
);
comment on table safety_entry is 'what staff learned and did for the safety of a visitor, the emergency log too; only ever added to';
`;

/** A conversation has a safety record that is only ever added to, and a safety step that makes it one in danger. */
export class SafetyRecord1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STEP);
    await runner.query(ENTRIES);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
