import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A holding ends when its holder's console has been silent for too long; the visitor goes back to the queue. */
const LEASES = `
alter table holding add column lease_until timestamptz not null default clock_timestamp() + interval '30 seconds';
alter table holding alter column lease_until drop default;
create index holding_lease on holding (lease_until) where ended_at is null;

alter table timeline_entry drop constraint timeline_entry_kind_check;
alter table timeline_entry add constraint timeline_entry_kind_check
  check (kind in ('message', 'started', 'joined', 'requeued', 'visitor_left', 'ended'));
`;

export class Leases1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEASES);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('requeued conversations have no place in the older shape'));
  }
}
