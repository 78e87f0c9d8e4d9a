import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECOVERY = `
alter table access_proposal add column kind text not null default 'access' check (kind in ('access', 'recovery'));
comment on column access_proposal.kind is 'access: another role or account; recovery: a new invite for someone who has lost everything they sign in with';
drop index access_proposal_one_open;
create unique index access_proposal_one_open on access_proposal (staff_id, kind) where ended_at is null;
create index access_proposal_agreed on access_proposal (service_id, ended_at) where outcome = 'agreed';

create trigger authenticator_replaced_half_sessions_end after update on authenticator for each row
  when (old.secret_sealed is distinct from new.secret_sealed)
  execute function half_sessions_end('staff_id');
`;

/** Two people give someone who has lost everything a new invite. Another authenticator ends what began under the one before. */
export class Recovery1700000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECOVERY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop trigger authenticator_replaced_half_sessions_end on authenticator;
       delete from access_proposal where kind = 'recovery';
       drop index access_proposal_agreed, access_proposal_one_open;
       alter table access_proposal drop column kind;
       create unique index access_proposal_one_open on access_proposal (staff_id) where ended_at is null`,
    );
  }
}
