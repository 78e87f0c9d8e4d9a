import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENDING = `
create function half_sessions_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from half_session where staff_id = (to_jsonb(old) ->> tg_argv[0])::uuid;
  return null;
end
$$;
comment on function half_sessions_end() is 'what began before a change of the password, the role, the rights or the factors is over';

create trigger staff_half_sessions_end after update on staff for each row
  when (old.password_hash is distinct from new.password_hash or old.role is distinct from new.role
    or old.active is distinct from new.active)
  execute function half_sessions_end('id');
create trigger authenticator_half_sessions_end after delete on authenticator for each row
  execute function half_sessions_end('staff_id');
create trigger passkey_half_sessions_end after delete on passkey for each row
  execute function half_sessions_end('staff_id');
`;

/** Whatever changes a person's access ends their half sessions, in the same transaction. */
export class HalfSessionsEnd1700000000078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENDING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop trigger staff_half_sessions_end on staff;
       drop trigger authenticator_half_sessions_end on authenticator;
       drop trigger passkey_half_sessions_end on passkey;
       drop function half_sessions_end`,
    );
  }
}
