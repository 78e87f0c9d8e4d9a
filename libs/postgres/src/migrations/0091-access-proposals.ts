import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROPOSALS = `
create table access_proposal (
  id uuid primary key,
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  was_role text not null,
  was_active boolean not null,
  role text not null,
  active boolean not null,
  proposed_by uuid not null references staff,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references staff,
  outcome text check (outcome in ('agreed', 'declined', 'withdrawn', 'replaced')),
  constraint access_proposal_ends_whole check ((ended_at is null) = (outcome is null) and (ended_at is null) = (ended_by is null)),
  constraint access_proposal_takes_two check (outcome <> 'agreed' or (ended_by <> proposed_by and ended_by <> staff_id))
);
comment on table access_proposal is 'changes of what a person may do that wait for a second person, or did; the audit holds who proposed and agreed';
create unique index access_proposal_one_open on access_proposal (staff_id) where ended_at is null;
create index access_proposal_open on access_proposal (service_id, proposed_at) where ended_at is null;
`;

/** Changes of who may do what wait for a second person. */
export class AccessProposals1700000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROPOSALS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_proposal');
  }
}
