import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN_CASES = `
create function case_expired(day date, is_open boolean, at timestamptz) returns boolean
language sql immutable as $$
  select (at at time zone 'UTC')::date >= case when is_open then day + 180 else day end
$$;
comment on function case_expired(date, boolean, timestamptz) is
  'what someone still has to deal with is kept beyond its expiry day, until it is closed, for at most 180 days';

create or replace function conversation_expired(c conversation, at timestamptz) returns boolean
language sql stable as $$
  select c.state = 'ended' and (at at time zone 'UTC')::date >= c.kek_day and case_expired(c.kek_day,
    exists (select 1 from danger_ending d where d.conversation_id = c.id and d.written_at is null)
      or exists (select 1 from review r where r.conversation_id = c.id and r.taken_at is not null and r.given_at is null),
    at)
$$;
comment on function conversation_expired(conversation, timestamptz) is
  'an ended conversation is read by nobody from the first moment (UTC) of its expiry day; one with an open danger ending, or a review in work, waits for it';

create function complaint_expired(c complaint, at timestamptz) returns boolean
language sql immutable as $$
  select case_expired(c.kek_day, c.closed_at is null, at)
$$;
comment on function complaint_expired(complaint, timestamptz) is 'as a conversation: one that is still open waits until it is closed';
`;

/**
 * As before, for one kind of row or all, and past those that could not be deleted. A conversation with an audit row that is not yet in the log waits:
 * its salt would come back when that row enters. Salts that came back before are deleted.
 */
const ERASE_EXPIRED = `
drop function erase_expired(integer);
create function erase_expired(p_most integer, p_kind text default null, p_skip integer default 0)
returns table (service_id uuid, conversations integer, complaints integer, practices integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  today date := (clock_timestamp() at time zone 'UTC')::date;
  chats uuid[];
  told uuid[];
  practised uuid[];
begin
  if coalesce(p_kind, 'conversations') = 'conversations' then
    select array_agg(x.id) into chats from (
      select c.id from conversation c
      where c.state = 'ended' and c.kek_day <= today and conversation_expired(c, clock_timestamp())
        and not exists (select 1 from audit_pending p join audit_entry e on e.id = p.entry_id where e.conversation_id = c.id)
      order by c.kek_day, c.id limit p_most offset p_skip for update skip locked) x;
  end if;
  if coalesce(p_kind, 'complaints') = 'complaints' then
    select array_agg(x.id) into told from (
      select c.id from complaint c where c.kek_day <= today and complaint_expired(c, clock_timestamp())
      order by c.kek_day, c.id limit p_most offset p_skip for update skip locked) x;
  end if;
  if coalesce(p_kind, 'practices') = 'practices' then
    select array_agg(x.id) into practised from (
      select p.id from practice p where p.kek_day <= today
      order by p.kek_day, p.id limit p_most offset p_skip for update skip locked) x;
  end if;
  return query
    select s.id, count(c.id)::integer, (select count(*)::integer from complaint m where m.service_id = s.id and m.id = any (told)),
      (select count(*)::integer from practice p where p.service_id = s.id and p.id = any (practised))
    from service s left join conversation c on c.service_id = s.id and c.id = any (chats) group by s.id;
  perform erase_conversations(chats);
  delete from complaint_note where complaint_id = any (told);
  delete from complaint where id = any (told);
  delete from practice_word where practice_id = any (practised);
  delete from practice_act where practice_id = any (practised);
  delete from practice where id = any (practised);
end
$$;
comment on function erase_expired(integer, text, integer) is
  'deletes at most so many expired conversations, complaints and practice conversations that nobody has locked, of one kind or all, past the first p_skip; counts them by service';
delete from audit_salt s
  where not exists (select 1 from conversation c where c.id = s.of_id) and not exists (select 1 from service v where v.id = s.of_id);
`;

/** A row may enter the log when its conversation is erased: its leaf gets a salt that nobody keeps. */
const NO_SALT_COMES_BACK = `
create function audit_salt_has_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from conversation c where c.id = new.of_id) or exists (select 1 from service s where s.id = new.of_id) then
    return new;
  end if;
  return null;
end $$;
comment on function audit_salt_has_owner() is 'keeps no salt of a conversation that is erased';
create trigger audit_salt_has_owner before insert on audit_salt for each row execute function audit_salt_has_owner();
`;

/** What someone still has to deal with is kept, and no salt comes back. */
export class OpenCases1700000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN_CASES);
    await runner.query(ERASE_EXPIRED);
    await runner.query(NO_SALT_COMES_BACK);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
