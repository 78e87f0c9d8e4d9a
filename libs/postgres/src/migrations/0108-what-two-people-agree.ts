import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = `
create function is_dealt_with(p_conversation uuid) returns boolean
language sql stable as $$
  select not exists (select 1 from danger_ending d where d.conversation_id = p_conversation and d.written_at is null)
    and not exists (select 1 from review r where r.conversation_id = p_conversation and r.taken_at is not null and r.given_at is null)
$$;
comment on function is_dealt_with(uuid) is 'false while a danger ending lacks its write-up, or a review is in work: nobody erases the conversation before its time then';

create function may_decide_retention(p_staff uuid, p_service uuid) returns boolean
language sql stable as $$
  select exists (select 1 from staff s where s.id = p_staff and s.service_id = p_service and s.active
    and (s.role in ('supervisor', 'safeguarding_lead') or 'safeguarding_lead' = any (s.further_roles)))
$$;
comment on function may_decide_retention(uuid, uuid) is 'whether a person is active and may decide how long a conversation is kept: hold.decide';
`;

/** As before. Both people must hold the right when the second one agrees, and what is not dealt with is not erased early. */
const ANSWER = `
create or replace function answer_retention(p_request uuid, p_by uuid, p_answer text, p_dek bytea default null) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  r retention_request;
  c conversation;
begin
  select * into strict r from retention_request where id = p_request for update;
  select * into strict c from conversation where id = r.conversation_id for no key update;
  if r.answer is not null then
    raise exception 'the request is answered';
  end if;
  update retention_request set answer = p_answer, answered_by = p_by, answered_at = clock_timestamp() where id = p_request;
  if p_answer <> 'agreed' then
    return;
  end if;
  if r.asked_at <= clock_timestamp() - interval '72 hours' or conversation_expired(c, clock_timestamp())
    or not may_decide_retention(r.asked_by, r.service_id) or not may_decide_retention(p_by, r.service_id) then
    raise exception 'no one can agree to the request any more';
  end if;
  if r.wish = 'erase' and not is_dealt_with(c.id) then
    raise exception 'the conversation is not dealt with yet';
  end if;
  if r.wish = 'hold' then
    update conversation set held_at = clock_timestamp(), hold_reviewed_at = clock_timestamp(),
      wrapped_by = 'hold-' || id, dek_wrapped = p_dek where id = c.id and held_at is null;
  elsif r.wish = 'end_hold' then
    update conversation set held_at = null, hold_reviewed_at = null where id = c.id and held_at is not null;
  else
    -- Its key is gone with this commit, before its rows are.
    update conversation set erasure_agreed_at = clock_timestamp(), dek_wrapped = '' where id = c.id and held_at is null and state = 'ended';
  end if;
  if not found then
    raise exception 'the conversation is not as it was when it was asked';
  end if;
end
$$;
`;

/** As before, and what two people agreed to erase six hours ago. */
const LATE_RECORDS = `
create or replace function late_records(p_service uuid)
returns table (erasure boolean, log boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with six_hours as (select clock_timestamp() - interval '6 hours' as ago)
  select exists (select 1 from conversation c, six_hours where c.service_id = p_service and c.state = 'ended'
      and c.kek_day <= (ago at time zone 'UTC')::date and conversation_expired(c, ago))
    or exists (select 1 from conversation c, six_hours where c.service_id = p_service and c.erasure_agreed_at <= ago)
    or exists (select 1 from complaint c, six_hours where c.service_id = p_service
      and c.kek_day <= (ago at time zone 'UTC')::date and complaint_expired(c, ago)),
    coalesce((select e.at < clock_timestamp() - interval '5 minutes'
      from audit_pending p join audit_entry e on e.id = p.entry_id order by p.entry_id limit 1), false)
$$;
comment on function late_records is 'whether what expired, or was agreed to be erased, six hours ago is still kept, and whether an audit row waits for its place in the log for five minutes';
`;

/** What is not dealt with is not erased early, both people hold the right, and an early erasure that fails is told. */
export class WhatTwoPeopleAgree1700000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [RULES, ANSWER, LATE_RECORDS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
