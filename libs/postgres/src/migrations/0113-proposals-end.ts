import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENDING = `
alter table access_proposal add column save_id uuid;
comment on column access_proposal.save_id is 'the save of the list of people that made it, for as long as that can be undone';
create index access_proposal_by on access_proposal (proposed_by) where ended_at is null;

create function access_proposals_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update access_proposal set ended_at = clock_timestamp(), ended_by = proposed_by, outcome = 'replaced'
  where ended_at is null and (staff_id = new.id or proposed_by = new.id);
  return null;
end
$$;
comment on function access_proposals_end() is 'what was proposed about someone, or by them, before their access changed is over for good';

create trigger staff_access_proposals_end after update on staff for each row
  when (old.role is distinct from new.role or old.further_roles is distinct from new.further_roles
    or old.active is distinct from new.active)
  execute function access_proposals_end();
`;

/** No proposal comes back to life, and an undone save takes back what it proposed. */
export class ProposalsEnd1700000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENDING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop trigger staff_access_proposals_end on staff;
       drop function access_proposals_end;
       drop index access_proposal_by;
       alter table access_proposal drop column save_id`,
    );
  }
}
