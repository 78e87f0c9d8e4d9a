import type { MigrationInterface, QueryRunner } from 'typeorm';

const LOWERED = `
alter table conversation add danger_lowered_by uuid references staff;
comment on column conversation.danger_lowered_by is 'who lowered the safety answer from not_safe_now: they do not end it alone either; null once it is raised again';
`;

/** Lowered before the upgrade: the last one who set the answer, where they gave a reason for lowering it. */
const LOWERED_BEFORE = `
update conversation set danger_lowered_by = safety_by_staff
  where state <> 'ended' and safety_reason is not null and safety_answer <> 'not_safe_now'
`;

const REQUESTS = `
create table ending_request (
  id uuid primary key,
  service_id uuid not null references service,
  conversation_id uuid not null references conversation,
  epoch integer not null,
  asked_by uuid not null references staff,
  reason text not null check (reason in
    ('responder_ended_agreed', 'time_limit_agreed', 'went_quiet', 'connection_lost', 'boundary')),
  why_sealed bytea not null,
  safety_at timestamptz not null,
  visitor_messages integer not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('agreed', 'declined', 'withdrawn', 'overtaken')),
  closed_by uuid references staff,
  closed_at timestamptz,
  word_sealed bytea,
  check ((outcome is null) = (closed_at is null)),
  check (closed_by is distinct from asked_by or outcome = 'withdrawn')
);
create unique index ending_request_open on ending_request (conversation_id) where closed_at is null;
create index ending_request_of_service on ending_request (service_id) where closed_at is null;
create index ending_request_of_holding on ending_request (conversation_id, epoch, asked_at);
comment on table ending_request is 'a holder asks whether a conversation in danger may end; a second person answers';
comment on column ending_request.safety_at is 'of the safety answer it was asked about: an answer to an older one is refused';
comment on column ending_request.visitor_messages is 'written by the visitor when it was asked: what is newer must be read before anyone agrees';
`;

const WRITE_UPS = `
create table danger_ending (
  conversation_id uuid primary key references conversation,
  service_id uuid not null references service,
  epoch integer not null,
  how text not null,
  at timestamptz not null,
  written_at timestamptz
);
create index danger_ending_open on danger_ending (service_id, at) where written_at is null;
comment on table danger_ending is 'a visitor left in danger: supervisors see it until one of them writes what was done';
create table danger_ending_note (
  id uuid primary key,
  conversation_id uuid not null references danger_ending,
  written_by uuid not null references staff,
  at timestamptz not null,
  words_sealed bytea not null
);
create index danger_ending_note_of on danger_ending_note (conversation_id, at);
comment on table danger_ending_note is 'what was done; rows are only added';
`;

/** A conversation in danger ends only when two people agree, and who left in danger is not forgotten. */
export class AgreedEndings1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LOWERED, LOWERED_BEFORE, REQUESTS, WRITE_UPS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
