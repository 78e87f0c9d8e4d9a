import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPING = `
alter table conversation
  add column wrapped_by text check (wrapped_by = 'hold-' || id),
  add column held_at timestamptz,
  add column hold_reviewed_at timestamptz check ((hold_reviewed_at is null) = (held_at is null)),
  add column erasure_agreed_at timestamptz;
comment on column conversation.wrapped_by is
  'the key of the keyring that wraps its key since it was held first; null: the key of its expiry day, which the texts are bound to either way';
comment on column conversation.held_at is 'since when two people keep it beyond its time; null while no one does';
comment on column conversation.hold_reviewed_at is 'when someone last looked at the hold again';
comment on column conversation.erasure_agreed_at is 'when two people agreed to erase it before its time: read by nobody since';
create index conversation_held on conversation (service_id, hold_reviewed_at) where held_at is not null;
create index conversation_erasure on conversation (erasure_agreed_at) where erasure_agreed_at is not null;
create trigger conversation_keeping_is_fixed
  before update of wrapped_by, dek_wrapped, held_at, hold_reviewed_at, erasure_agreed_at on conversation for each row
  when (old.wrapped_by is distinct from new.wrapped_by or old.dek_wrapped is distinct from new.dek_wrapped
    or old.held_at is distinct from new.held_at or old.hold_reviewed_at is distinct from new.hold_reviewed_at
    or old.erasure_agreed_at is distinct from new.erasure_agreed_at)
  execute function column_is_fixed();
`;

const REQUESTS = `
create table retention_request (
  id uuid primary key,
  service_id uuid not null references service,
  conversation_id uuid not null references conversation on delete cascade,
  wish text not null check (wish in ('hold', 'end_hold', 'erase')),
  reason text check (reason ~ case wish when 'hold' then '^(legal|safeguarding)_' else '^(person_asked|not_needed)$' end),
  asked_by uuid not null references staff,
  asked_at timestamptz not null default clock_timestamp(),
  answer text check (answer in ('agreed', 'declined', 'withdrawn', 'lapsed')),
  answered_by uuid references staff,
  answered_at timestamptz,
  check ((reason is null) = (wish = 'end_hold')),
  check ((answer is null) = (answered_at is null)),
  check (answer <> 'agreed' or (answered_by is not null and answered_by <> asked_by))
);
create unique index retention_request_open on retention_request (conversation_id) where answer is null;
create index retention_request_of on retention_request (conversation_id, answered_at);
create index retention_request_of_service on retention_request (service_id, asked_at) where answer is null;
comment on table retention_request is 'someone asks to keep a conversation beyond its time, or to erase it before; a second person answers';
`;

/** As before, with holds and early erasures: what two people agreed is judged first. */
const CONVERSATION_EXPIRED = `
create or replace function conversation_expired(c conversation, at timestamptz) returns boolean
language sql stable as $$
  select c.state = 'ended' and (c.erasure_agreed_at is not null
    or (c.held_at is null and (at at time zone 'UTC')::date >= c.kek_day and case_expired(c.kek_day,
      exists (select 1 from danger_ending d where d.conversation_id = c.id and d.written_at is null)
        or exists (select 1 from review r where r.conversation_id = c.id and r.taken_at is not null and r.given_at is null),
      at)))
$$;
comment on function conversation_expired(conversation, timestamptz) is
  'an ended conversation is read by nobody from the first moment (UTC) of its expiry day, or once two people agreed to erase it; one that is held, has an open danger ending or a review in work, waits';
`;

/** Run as the owner: the app itself cannot change what is held or erased. */
const ANSWER = `
create function answer_retention(p_request uuid, p_by uuid, p_answer text, p_dek bytea default null) returns void
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
    or not exists (select 1 from staff s where s.id = p_by and s.service_id = r.service_id and s.active) then
    raise exception 'no one can agree to the request any more';
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
comment on function answer_retention(uuid, uuid, text, bytea) is
  'answers a request, and does what two people agreed; p_dek: the key of a conversation that is held now, wrapped by the key of its hold';

create function review_hold(p_conversation uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update conversation set hold_reviewed_at = clock_timestamp() where id = p_conversation and held_at is not null
$$;
comment on function review_hold(uuid) is 'someone looked at the hold again, and it stays';
`;

/** As before, and first what two people agreed to erase. */
const ERASE_EXPIRED = `
create or replace function erase_expired(p_most integer, p_kind text default null, p_skip integer default 0)
returns table (service_id uuid, conversations integer, complaints integer, practices integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  today date := (clock_timestamp() at time zone 'UTC')::date;
  agreed uuid[];
  chats uuid[];
  told uuid[];
  practised uuid[];
  early integer;
begin
  if coalesce(p_kind, 'conversations') = 'conversations' then
    select count(*) into early from conversation c where c.erasure_agreed_at is not null;
    select array_agg(x.id) into agreed from (
      select c.id from conversation c
      -- Until then every process forgets its key.
      where c.erasure_agreed_at <= clock_timestamp() - interval '10 seconds' and conversation_expired(c, clock_timestamp())
        and not exists (select 1 from audit_pending p join audit_entry e on e.id = p.entry_id where e.conversation_id = c.id)
      order by c.erasure_agreed_at, c.id limit p_most offset p_skip for update skip locked) x;
    select array_agg(x.id) into chats from (
      select c.id from conversation c
      where c.state = 'ended' and c.kek_day <= today and c.erasure_agreed_at is null and conversation_expired(c, clock_timestamp())
        and not exists (select 1 from audit_pending p join audit_entry e on e.id = p.entry_id where e.conversation_id = c.id)
      order by c.kek_day, c.id limit p_most - coalesce(cardinality(agreed), 0) offset greatest(p_skip - early, 0)
      for update skip locked) x;
    chats := agreed || chats;
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
  'deletes at most so many conversations that two people agreed to erase or that are expired, expired complaints and practice conversations, that nobody has locked, of one kind or all, past the first p_skip; counts them by service';
`;

/** One conversation is kept beyond its time, or erased before it, by two people. */
export class RetentionRequests1700000000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEEPING, REQUESTS, CONVERSATION_EXPIRED, ANSWER, ERASE_EXPIRED])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
