import type { MigrationInterface, QueryRunner } from 'typeorm';

const MARKS = `
create table charity_mark (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  service_id uuid not null references service,
  body bytea not null check (octet_length(body) <= 32768),
  added_at timestamptz not null default clock_timestamp()
);
comment on table charity_mark is 'pictures that stand for a charity, by the SHA-256 of their bytes';
create index charity_mark_of_service on charity_mark (service_id, added_at);
`;

const OPENED = `
alter table service add opened_at timestamptz;
comment on column service.opened_at is 'when an administrator opened it for the first time; null: it takes no visitor yet';
-- Every service that is there was open before there was this question.
update service set opened_at = clock_timestamp();
alter table service alter opened_at set default clock_timestamp();
`;

const CONFIRMATIONS = `
create table readiness_confirmation (
  service_id uuid not null references service,
  what text not null check (what in ('numbers', 'wording', 'backup', 'always_open')),
  -- SHA-256 of what was looked at: when it changes, it has to be looked at again.
  about text not null,
  staff_id uuid not null references staff,
  at timestamptz not null default clock_timestamp(),
  primary key (service_id, what)
);
comment on table readiness_confirmation is 'what a person checked before the service opens, and as it was then';
`;

const TEST_CHATS = `
-- Someone who plays both parts holds a test chat: it is practice, and like all practice it counts nowhere.
alter table practice drop constraint practice_check1;
`;

/** What a charity has to do before it opens. */
export class Readiness1700000000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [MARKS, OPENED, CONFIRMATIONS, TEST_CHATS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
