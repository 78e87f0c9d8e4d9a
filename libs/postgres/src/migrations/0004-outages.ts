import type { MigrationInterface, QueryRunner } from 'typeorm';

const OUTAGES = `
-- Which live index we know, and how far it has come: one that was wiped or restored is recognised by it.
create table index_mark (
  single boolean primary key default true check (single),
  generation text,
  position bigint not null default 0
);
insert into index_mark default values;

-- Gateways that renew leases. A lease may run out only while somebody could have renewed it.
create table gateway_beat (
  gateway uuid primary key,
  since timestamptz not null,
  at timestamptz not null
);

-- When a page of this visitor last answered. Not part of the conversation's row, which every message locks.
create table visitor_seen (
  conversation_id uuid primary key references conversation on delete cascade,
  at timestamptz not null
);
`;

/** Records our outages, so that a wiped index does not look like an empty queue, nor a silent gateway like silent people. */
export class Outages1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OUTAGES);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('what is known of outages has no place in the older shape'));
  }
}
