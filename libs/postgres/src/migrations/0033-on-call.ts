import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTACTS = `
create table on_call_contact (
  id uuid primary key,
  service_id uuid not null references service,
  kind text not null check (kind in ('webhook', 'email')),
  label text not null,
  -- Sealed with the key of the service.
  address_sealed bytea not null,
  -- What signs a webhook; null for e-mail.
  secret_sealed bytea,
  added_by uuid not null references staff,
  added_at timestamptz not null,
  check ((kind = 'webhook') = (secret_sealed is not null))
);
comment on table on_call_contact is 'who is told when someone needs a supervisor and none is connected';
create index on_call_contact_of_service on on_call_contact (service_id, added_at);

create table on_call_message (
  id uuid primary key,
  service_id uuid not null references service,
  contact_id uuid not null references on_call_contact on delete cascade,
  because text not null check (because in ('danger', 'help', 'test')),
  made_at timestamptz not null,
  next_try_at timestamptz not null,
  tries smallint not null default 0,
  result text check (result in ('sent', 'not_set_up', 'unreadable', 'address_refused', 'not_reached', 'timed_out',
    'not_encrypted', 'redirected', 'turned_down')),
  done_at timestamptz,
  check (done_at is null or result is not null)
);
comment on table on_call_message is 'one message to one contact, tried until it is sent or given up; kept for 30 days';
create index on_call_message_of_contact on on_call_message (contact_id, made_at);
create index on_call_message_open on on_call_message (next_try_at) where done_at is null;
`;

const DANGER = `
alter table conversation add unheard_at timestamptz;
comment on column conversation.unheard_at is 'in danger, and no supervisor was connected to hear of it: the page shows other help first';

create table danger_heard (
  conversation_id uuid not null references conversation,
  waiting_since timestamptz not null,
  staff_id uuid not null references staff,
  at timestamptz not null,
  primary key (conversation_id, waiting_since, staff_id)
);
comment on table danger_heard is 'the alarm about a visitor in danger was shown to this supervisor, once for each wait';
`;

/** On-call contacts, the messages to them, and who heard of a visitor in danger. */
export class OnCall1700000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CONTACTS, DANGER]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
