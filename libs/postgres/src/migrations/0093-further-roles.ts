import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = `
alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check
  check (role in ('responder', 'supervisor', 'administrator', 'safeguarding_lead', 'trainer', 'auditor'));
alter table staff add column further_roles text[] not null default '{}';
alter table staff add constraint staff_further_roles_check
  check (further_roles <@ array['administrator', 'safeguarding_lead', 'trainer', 'auditor']);
comment on column staff.further_roles is 'what the person is beside their role; the roles with a desk are never among them';

alter table access_proposal add column was_further text[] not null default '{}';
alter table access_proposal add column further text[] not null default '{}';
alter table access_proposal alter column was_further drop default;
alter table access_proposal alter column further drop default;

drop trigger staff_half_sessions_end on staff;
create trigger staff_half_sessions_end after update on staff for each row
  when (old.password_hash is distinct from new.password_hash or old.role is distinct from new.role
    or old.further_roles is distinct from new.further_roles or old.active is distinct from new.active)
  execute function half_sessions_end('id');
`;

/** Safeguarding leads, trainers and auditors; and people with several roles. */
export class FurtherRoles1700000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop trigger staff_half_sessions_end on staff;
       create trigger staff_half_sessions_end after update on staff for each row
         when (old.password_hash is distinct from new.password_hash or old.role is distinct from new.role
           or old.active is distinct from new.active)
         execute function half_sessions_end('id');
       alter table access_proposal drop column was_further, drop column further;
       alter table staff drop column further_roles;
       update staff set active = false, role = 'responder' where role in ('safeguarding_lead', 'trainer', 'auditor');
       alter table staff drop constraint staff_role_check;
       alter table staff add constraint staff_role_check check (role in ('responder', 'supervisor', 'administrator'))`,
    );
  }
}
