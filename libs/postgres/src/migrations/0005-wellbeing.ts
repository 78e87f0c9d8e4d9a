import type { MigrationInterface, QueryRunner } from 'typeorm';

const PEOPLE = `
alter table staff
  add column languages text[] not null default '{en}',
  -- Holdings begun in all: the first ten are held one at a time.
  add column conversations_held integer not null default 0,
  -- When they last talked with somebody or finished a refresher; null for somebody new.
  add column active_at timestamptz,
  -- When their last conversation ended, and the last heavy one; the quiet time counts from there.
  add column quiet_since timestamptz,
  add column quiet_extended boolean not null default false,
  add column heavy_since timestamptz,
  -- Asked for a break after this conversation; put off a break that is due.
  add column break_wanted boolean not null default false,
  add column break_delayed_until timestamptz,
  add column missed_offers smallint not null default 0,
  -- Why they are away; null while available.
  add column away_because text check (away_because in ('chosen', 'missed_offers'));
update staff s set
  conversations_held = (select count(*) from holding h where h.staff_id = s.id),
  active_at = (select max(coalesce(h.ended_at, clock_timestamp())) from holding h where h.staff_id = s.id);

create table shift (
  id uuid primary key,
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  began_at timestamptz not null,
  -- Planned: nothing is offered after it. Checked out, or followed by the next, earlier or later.
  ends_at timestamptz not null,
  ended_at timestamptz,
  check_in text not null check (check_in in ('yes', 'one_at_a_time', 'not_today')),
  -- Of the newest check-in: the count of heavy conversations begins there.
  checked_in_at timestamptz not null,
  takes_surge boolean not null,
  feeling text check (feeling in ('fine', 'tired', 'heavy')),
  went_well boolean,
  pass_on boolean,
  wants_contact boolean
);
create unique index shift_one_open on shift (staff_id) where ended_at is null;
create index shift_of_staff on shift (staff_id, began_at);

create table staff_break (
  id uuid primary key,
  staff_id uuid not null references staff,
  began_at timestamptz not null,
  until timestamptz not null
);
create index staff_break_of_staff on staff_break (staff_id, until);

create table topic_mute (
  shift_id uuid not null references shift,
  topic text not null,
  primary key (shift_id, topic)
);

create table training_record (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  module text not null,
  -- The skill it allows, if it allows one by name.
  grants text,
  passed_on date not null,
  expires_at timestamptz not null,
  unique (staff_id, module, passed_on)
);
create index holding_of_staff on holding (staff_id, began_at);
`;

const QUEUE = `
alter table service
  -- Limits that are stricter than the defaults, by name.
  add column wellbeing jsonb not null default '{}',
  -- Skills a visitor may wish for.
  add column wishes text[] not null default '{}';

-- What a visitor may write that says what it is about, or that they should be answered soon. Content, per language.
create table watched_words (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  language text not null,
  words text not null,
  promotes boolean not null,
  topic text,
  unique (service_id, language, words)
);

alter table conversation
  add column wants text[] not null default '{}',
  -- What they have written of, by the list above. Never the words themselves.
  add column topics text[] not null default '{}',
  add column band_because text not null default 'safety_answer'
    check (band_because in ('safety_answer', 'words', 'responder_lost', 'person')),
  -- The line of the list that promoted it.
  add column band_words uuid;

alter table offer add column surge boolean not null default false;

-- Supervisors are called: band 1 waits, and nobody has room. One call a wait, whoever comes first.
create table surge_call (
  conversation_id uuid primary key references conversation,
  service_id uuid not null references service,
  called_at timestamptz not null
);
create index surge_call_of_service on surge_call (service_id);
`;

/** What decides which visitors a person may be offered, and what protects that person. */
export class Wellbeing1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(QUEUE);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('shifts, breaks and training have no place in the older shape'));
  }
}
