import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table staff_device (
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  staff_id uuid not null references staff,
  expires_at timestamptz not null,
  primary key (staff_id, secret_hash)
);
comment on table staff_device is 'a device on which someone has signed in; it lets nobody in by itself';

create table setup_link (
  service_id uuid primary key references service,
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table setup_link is 'the one-time link for the first administrator of a service; the secret is stored as a hash only';
`;

/** Known devices, and the link by which a new service gets its first administrator. */
export class SigningIn1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table staff_device, setup_link');
  }
}
