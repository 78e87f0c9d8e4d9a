import type { MigrationInterface, QueryRunner } from 'typeorm';

const INVITES = `
create table invite (
  id uuid primary key,
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  made_by uuid not null references staff,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
comment on table invite is 'one-time links by which people open their account and choose its password; the secret is stored as a hash only';
create unique index invite_one_open on invite (staff_id) where used_at is null and revoked_at is null;
create index invite_of_staff on invite (staff_id, made_at);
`;

/** Links by which people open the account that an administrator made for them. */
export class Invites1700000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INVITES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invite');
  }
}
