import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that are there go on to their end. One that is stored without a proof has none. */
const SESSIONS = `
alter table staff_session add column proof text not null default 'before'
  check (proof in ('before', 'password', 'authenticator', 'recovery_code', 'passkey'));
alter table staff_session alter column proof set default 'password';
comment on column staff_session.proof is 'how its person proved who they are; before: it began before there were second factors';
alter table staff_session add column proved_at timestamptz;
comment on column staff_session.proved_at is 'when they proved it; what needs a fresh proof asks for five minutes at most';
`;

const FACTORS = `
create table authenticator (
  staff_id uuid primary key references staff,
  -- Sealed with the key of the service.
  secret_sealed bytea not null,
  added_at timestamptz not null,
  -- The newest 30 seconds whose code was used: each code works once.
  last_step bigint not null
);
comment on table authenticator is 'the app that shows one-time codes of a member of staff';
create table authenticator_new (
  staff_id uuid primary key references staff,
  secret_sealed bytea not null,
  expires_at timestamptz not null
);
comment on table authenticator_new is 'an authenticator that is being set up: no code of it was seen yet';
create table recovery_code (
  staff_id uuid not null references staff,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at timestamptz,
  primary key (staff_id, code_hash)
);
comment on table recovery_code is 'codes that stand in for a lost authenticator, each once; stored as hashes only';
`;

const HALF_SESSIONS = `
create table half_session (
  secret_hash bytea primary key check (octet_length(secret_hash) = 32),
  staff_id uuid not null references staff,
  expires_at timestamptz not null,
  tries smallint not null default 0
);
comment on table half_session is 'after the password, before the second factor: it lets nobody in';
create index half_session_expiry on half_session (expires_at);
`;

/** Authenticators, recovery codes, and what is between the password and them. */
export class SecondFactors1700000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SESSIONS, FACTORS, HALF_SESSIONS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table half_session, recovery_code, authenticator_new, authenticator;
       alter table staff_session drop column proof, drop column proved_at`,
    );
  }
}
