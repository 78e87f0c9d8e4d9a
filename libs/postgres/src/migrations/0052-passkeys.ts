import type { MigrationInterface, QueryRunner } from 'typeorm';

const PASSKEYS = `
create table passkey (
  credential_id text primary key,
  staff_id uuid not null references staff,
  public_key bytea not null,
  -- As its device counts; devices that keep passkeys in step say 0.
  counter bigint not null,
  transports text[] not null,
  label text not null check (label <> ''),
  added_at timestamptz not null,
  used_at timestamptz
);
comment on table passkey is 'passkeys of staff: the public half, which lets nobody in by itself';
create index passkey_of_staff on passkey (staff_id, added_at);
create table passkey_challenge (
  challenge_hash bytea primary key check (octet_length(challenge_hash) = 32),
  used_at timestamptz not null
);
comment on table passkey_challenge is 'challenges that were answered, so that no answer counts twice; kept for an hour';
`;

/** Passkeys of staff, and the challenges that were answered with them. */
export class Passkeys1700000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PASSKEYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table passkey, passkey_challenge');
  }
}
