import type { MigrationInterface, QueryRunner } from 'typeorm';

const COPIES = `
create table checkpoint_copy (
  place text primary key check (place in ('folder', 'webhook', 'bucket', 'git', 'mail', 'witness')),
  size bigint not null default 0,
  copied_at timestamptz,
  tried_at timestamptz not null,
  -- Since the last time that it worked.
  failures integer not null default 0,
  failure text check (failure ~ '^[a-z0-9_]{1,40}$'),
  check ((failures = 0) = (failure is null))
);
comment on table checkpoint_copy is 'how far each place out of reach of this database has the checkpoints of the audit log, and why the newest is not there';
create table audit_cosigned (
  size bigint primary key,
  note text not null,
  at timestamptz not null default clock_timestamp()
);
comment on table audit_cosigned is 'checkpoints that a witness co-signed, with its signature; only the newest is needed';
`;

/** No proof needs a checkpoint: proofs are made of the hashes. The newest is always kept. */
const PRUNE = `
create function prune_checkpoints() returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with ranked as (
    select size, at, max(size) over () as newest,
      max(size) over (partition by date_trunc('hour', at, 'UTC')) as of_hour,
      max(size) over (partition by date_trunc('day', at, 'UTC')) as of_day
    from audit_checkpoint),
  gone as (
    delete from audit_checkpoint c using ranked r
    where c.size = r.size and r.size <> r.newest and r.size <> r.of_day
      and r.at < clock_timestamp() - interval '1 day'
      and (r.size <> r.of_hour or r.at < clock_timestamp() - interval '30 days')
    returning 1),
  cosigned as (
    delete from audit_cosigned where size < (select max(size) from audit_cosigned) and at < clock_timestamp() - interval '30 days')
  select count(*)::integer from gone
$$;
comment on function prune_checkpoints() is
  'keeps every checkpoint of a day, then one an hour for 30 days, then one a day; answers how many went';
`;

/** Checkpoints go to more places, a witness co-signs them, and old ones are pruned. */
export class CheckpointCopies1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COPIES);
    await runner.query(PRUNE);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
