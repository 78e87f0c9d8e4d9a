import type { MigrationInterface, QueryRunner } from 'typeorm';

const RIGHTS = `
create table permission_role (
  permission text not null,
  role text not null,
  primary key (permission, role)
);
comment on table permission_role is 'which roles have a permission that Postgres checks too; migrate writes it from the permissions table in libs/identity';

create or replace function may_decide_retention(p_staff uuid, p_service uuid) returns boolean
language sql stable as $$
  select exists (select 1 from staff s join permission_role p on p.permission = 'hold.decide'
      and (p.role = s.role or p.role = any (s.further_roles))
    where s.id = p_staff and s.service_id = p_service and s.active)
$$;
`;

const ONCE_MORE = `
create or replace function may_decide_retention(p_staff uuid, p_service uuid) returns boolean
language sql stable as $$
  select exists (select 1 from staff s where s.id = p_staff and s.service_id = p_service and s.active
    and (s.role in ('supervisor', 'safeguarding_lead') or 'safeguarding_lead' = any (s.further_roles)))
$$;
drop table permission_role;
`;

/** The permissions table alone says which roles decide how long a conversation is kept. */
export class RolesThatDecide1700000000118 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ONCE_MORE);
  }
}
