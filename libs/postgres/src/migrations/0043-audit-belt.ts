import type { MigrationInterface, QueryRunner } from 'typeorm';

const AUDIT_IS_ONLY_ADDED_TO = `
create function audit_entry_is_only_added_to() returns trigger language plpgsql as $$
begin
  if current_user <> (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then
    raise insufficient_privilege using message = 'audit rows are only added';
  end if;
  return null;
end $$;
comment on function audit_entry_is_only_added_to() is
  'refuses to change or remove audit rows to everyone but the owner, who runs the migrations';
create trigger audit_entry_is_only_added_to before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_is_only_added_to();
`;

/** The rights of the roles are the first belt. A right that is given by mistake, and a superuser, meet this second one. */
export class AuditBelt1700000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDIT_IS_ONLY_ADDED_TO);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
