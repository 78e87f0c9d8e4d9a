import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASKS_AFTER = `
alter table conversation add asks_after boolean not null default false;
comment on column conversation.asks_after is 'the visitor is asked three questions after the end; decided once, at the end';
alter table ending_request add asks_after boolean not null default false;
comment on column ending_request.asks_after is 'who asked allows the questions after this chat, which was in danger';
`;

const ANSWERS = `
create table after_chat_answer (
  conversation_id uuid primary key references conversation,
  service_id uuid not null references service,
  id uuid not null,
  feeling text check (feeling in ('much_better', 'better', 'same', 'worse', 'much_worse')),
  listened text check (listened in ('yes', 'partly', 'no')),
  words_sealed bytea,
  at timestamptz not null,
  check (num_nonnulls(feeling, listened, words_sealed) > 0)
);
create index after_chat_answer_of_service on after_chat_answer (service_id, at);
comment on table after_chat_answer is 'what a visitor answered after a chat, once; rows are only added';
`;

/** No column says who wrote it or which chat it is about: nobody is asked. */
const COMPLAINTS = `
create table complaint (
  id uuid primary key,
  service_id uuid not null references service,
  at timestamptz not null,
  words_sealed bytea not null,
  dek_wrapped bytea not null,
  kek_day date not null,
  closed_at timestamptz,
  closed_by uuid references staff,
  check ((closed_at is null) = (closed_by is null))
);
create index complaint_of_service on complaint (service_id, at);
create index complaint_open on complaint (service_id, at) where closed_at is null;
comment on table complaint is 'what someone told the service about itself, without a name; supervisors see it until one closes it';
comment on column complaint.dek_wrapped is 'the key of its words, wrapped by the key of its expiry day';
create table complaint_note (
  id uuid primary key,
  complaint_id uuid not null references complaint,
  written_by uuid not null references staff,
  at timestamptz not null,
  words_sealed bytea not null
);
create index complaint_note_of on complaint_note (complaint_id, at);
comment on table complaint_note is 'what was done about a complaint; rows are only added';
`;

/** Three questions after a chat, and a way to complain without a name. */
export class AfterTheChat1700000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ASKS_AFTER, ANSWERS, COMPLAINTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
