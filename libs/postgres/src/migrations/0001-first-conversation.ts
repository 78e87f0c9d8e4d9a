import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of one service's conversations, from the queue to the wrap-up, and the audit of every fact. */
const TABLES = `
create table service (
  id uuid primary key,
  name text not null,
  door text not null default 'open' check (door in ('open', 'closed')),
  languages text[] not null
);

create table staff (
  id uuid primary key,
  service_id uuid not null references service,
  sign_in_name text not null unique,
  name text not null,
  role text not null check (role in ('responder', 'supervisor')),
  password_hash text not null,
  capacity smallint not null default 2 check (capacity between 1 and 3),
  availability text not null default 'away' check (availability in ('available', 'away')),
  free_since timestamptz not null default now(),
  -- Grows with every change, so that a late reader never overwrites a newer index entry.
  version integer not null default 0
);

create table staff_session (
  id uuid primary key,
  secret_hash bytea not null unique,
  staff_id uuid not null references staff,
  began_at timestamptz not null,
  used_at timestamptz not null,
  ended_at timestamptz
);

create table conversation (
  id uuid primary key,
  service_id uuid not null references service,
  start_id uuid not null,
  -- SHA-256 of the page's token; the token itself is nowhere.
  token_hash bytea not null unique,
  state text not null check (state in ('waiting', 'talking', 'ended')),
  band smallint not null check (band between 1 and 3),
  language text not null,
  name_sealed bytea,
  dek_wrapped bytea not null,
  kek_day date not null,
  entered_at timestamptz not null,
  waiting_since timestamptz not null,
  last_seq integer not null default 0,
  epoch integer not null default 0,
  visitor_seen integer not null default 0,
  responder_seen integer not null default 0,
  visitor_messages integer not null default 0,
  visitor_message_at timestamptz,
  responder_message_at timestamptz,
  visitor_left_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  version integer not null default 0
);
create index conversation_open on conversation (service_id) where state <> 'ended';

-- The single ordered list of a conversation, numbered 1..N under the conversation's row lock.
create table timeline_entry (
  conversation_id uuid not null references conversation,
  seq integer not null,
  id uuid not null,
  kind text not null check (kind in ('message', 'started', 'joined', 'visitor_left', 'ended')),
  author_role text check (author_role in ('visitor', 'responder')),
  staff_id uuid references staff,
  sealed bytea,
  reason text,
  at timestamptz not null,
  primary key (conversation_id, seq),
  unique (conversation_id, id),
  check ((kind = 'message') = (sealed is not null and author_role is not null))
);

-- One responder's time as holder. The partial index is the reservation: at most one open holding a conversation.
create table holding (
  conversation_id uuid not null references conversation,
  epoch integer not null,
  staff_id uuid not null references staff,
  began_at timestamptz not null,
  ended_at timestamptz,
  wrapped_up_at timestamptz,
  wrap_up_sealed bytea,
  contact_kind text,
  topics text[],
  outcome text,
  primary key (conversation_id, epoch)
);
create unique index holding_one_open on holding (conversation_id) where ended_at is null;
create index holding_to_finish on holding (staff_id) where wrapped_up_at is null;

create table offer (
  id uuid primary key,
  service_id uuid not null references service,
  conversation_id uuid not null references conversation,
  staff_id uuid not null references staff,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'declined', 'expired', 'withdrawn')),
  closed_at timestamptz
);
create unique index offer_one_open_per_conversation on offer (conversation_id) where outcome is null;
create unique index offer_one_open_per_responder on offer (staff_id) where outcome is null;
create index offer_of_conversation on offer (conversation_id, staff_id);

create table observation (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  staff_id uuid not null references staff,
  session_id uuid not null references staff_session,
  began_at timestamptz not null,
  ended_at timestamptz
);
create unique index observation_one_open on observation (conversation_id, staff_id) where ended_at is null;

create table snippet (
  id uuid primary key,
  service_id uuid not null references service,
  position integer not null,
  stage text not null check (stage in ('connect', 'understand', 'safety', 'what_next', 'close')),
  title text not null,
  body text not null,
  sends_unedited boolean not null
);

create table resource (
  id uuid primary key,
  service_id uuid not null references service,
  position integer not null,
  name text not null,
  description text not null,
  url text,
  phone text,
  hours text not null,
  source text not null,
  reviewed_on date not null
);

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  service_id uuid not null,
  action text not null,
  actor_kind text not null check (actor_kind in ('visitor', 'staff', 'system')),
  actor_id uuid,
  conversation_id uuid,
  epoch integer,
  subject uuid,
  reason text
);
create index audit_of_conversation on audit_entry (conversation_id);

-- What changed, for whoever keeps the live index: level-triggered, so a row says where to look, not what to write.
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('conversation', 'staff')),
  subject uuid not null,
  service_id uuid not null,
  created_at timestamptz not null default clock_timestamp()
);
`;

/**
 * The append: a batch of messages, rows locked in id order, one outcome each, numbers without gaps, in one round trip.
 * Two statements on purpose: the second takes its own snapshot, after the lock wait, so it sees what was committed during the wait.
 */
const APPEND = `
create function append_messages(
  p_conversations uuid[], p_ids uuid[], p_roles text[], p_staff uuid[], p_epochs integer[], p_sealed bytea[]
) returns table (ord bigint, outcome text, seq integer, at timestamptz, sealed bytea)
language plpgsql as $append$
declare
  moment timestamptz;
begin
  perform 1 from conversation c where c.id = any (p_conversations) order by c.id for no key update;
  moment := clock_timestamp();
  return query
  with asked as (
    select * from unnest(p_conversations, p_ids, p_roles, p_staff, p_epochs, p_sealed)
      with ordinality as a(conversation_id, id, role, staff_id, epoch, sealed, ord)
  ), judged as (
    select a.*, c.last_seq, e.seq as known_seq, e.at as known_at, e.sealed as known_sealed,
      case
        when c.id is null then 'not_found'
        when a.role = 'responder' and h.staff_id is distinct from a.staff_id then 'not_found'
        when e.id is not null and e.kind = 'message' and e.author_role = a.role
          and e.staff_id is not distinct from a.staff_id then 'known'
        when e.id is not null then 'not_found'
        when a.role = 'responder' and (a.epoch <> c.epoch or c.state = 'waiting') then 'stale_epoch'
        when c.state = 'ended' then 'conversation_ended'
        else 'new'
      end as outcome
    from asked a
    left join conversation c on c.id = a.conversation_id
    left join timeline_entry e on e.conversation_id = a.conversation_id and e.id = a.id
    left join holding h on h.conversation_id = a.conversation_id and h.epoch = a.epoch
  ), numbered as (
    select j.*,
      (j.last_seq + count(*) filter (where j.outcome = 'new')
        over (partition by j.conversation_id order by j.ord))::integer as new_seq
    from judged j
  ), stored as (
    insert into timeline_entry (conversation_id, seq, id, kind, author_role, staff_id, sealed, at)
    select n.conversation_id, n.new_seq, n.id, 'message', n.role, n.staff_id, n.sealed, moment
    from numbered n where n.outcome = 'new'
    returning 1
  ), counted as (
    update conversation c set
      last_seq = n.head,
      visitor_messages = c.visitor_messages + n.from_visitor,
      visitor_message_at = case when n.from_visitor > 0 then moment else c.visitor_message_at end,
      responder_message_at = case when n.from_responder > 0 then moment else c.responder_message_at end
    from (
      select conversation_id, max(new_seq) as head,
        count(*) filter (where role = 'visitor')::integer as from_visitor,
        count(*) filter (where role = 'responder')::integer as from_responder
      from numbered x where x.outcome = 'new' group by conversation_id
    ) n
    where c.id = n.conversation_id
    returning 1
  )
  select n.ord, n.outcome,
    case n.outcome when 'new' then n.new_seq when 'known' then n.known_seq end,
    case n.outcome when 'new' then moment when 'known' then n.known_at end,
    case n.outcome when 'known' then n.known_sealed end
  from numbered n order by n.ord;
end
$append$;
`;

export class FirstConversation1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(APPEND);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('there is nothing before the first conversation to go back to'));
  }
}
