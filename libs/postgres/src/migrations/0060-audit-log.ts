import type { MigrationInterface, QueryRunner } from 'typeorm';

const PENDING = `
create table audit_pending (
  entry_id bigint primary key
);
comment on table audit_pending is 'audit rows that are committed and not yet in the log; a trigger adds them in the transaction of the row';

create function audit_entry_is_pending() returns trigger language plpgsql as $$
begin
  insert into audit_pending select id from added;
  return null;
end $$;
create trigger audit_entry_is_pending after insert on audit_entry
  referencing new table as added for each statement execute function audit_entry_is_pending();

-- Rows from before the log enter it first, in their order.
insert into audit_pending select id from audit_entry;
`;

const TREE = `
create table audit_salt (
  of_id uuid primary key,
  salt bytea not null check (length(salt) = 32)
);
comment on table audit_salt is 'one random salt a conversation, and one a service for rows without a conversation; without it no leaf can be linked to its row';

create table audit_leaf (
  index bigint primary key check (index >= 0),
  entry_id bigint not null unique,
  hash bytea not null check (length(hash) = 32)
);
comment on table audit_leaf is 'the log: the place of each audit row and its leaf hash; rows are only added';

create table audit_subtree (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);
comment on table audit_subtree is 'heads of every 256 leaves, of every 65,536, and so on, so that a proof reads few rows';

create table audit_tree (
  only_row boolean primary key default true check (only_row),
  origin text not null,
  epoch bigint not null default 0,
  size bigint not null default 0,
  heads bytea[] not null default '{}'
);
comment on table audit_tree is 'how far the log has come: its compact range, and the epoch of the process that may append';
insert into audit_tree (origin) values ('warmline/audit/' || gen_random_uuid());
`;

const CHECKPOINTS = `
create table audit_key (
  public_key text primary key,
  recorded_at timestamptz not null default clock_timestamp()
);
comment on table audit_key is 'public keys that have signed checkpoints; a second one only after the first was lost';

create table audit_checkpoint (
  size bigint primary key,
  note text not null,
  at timestamptz not null default clock_timestamp()
);
comment on table audit_checkpoint is 'signed heads of the log; a copy elsewhere is what shows a later change';
`;

/** Every audit row enters a tree of hashes, whose head is signed. */
export class AuditLog1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PENDING, TREE, CHECKPOINTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
