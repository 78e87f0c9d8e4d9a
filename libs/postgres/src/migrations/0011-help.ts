import type { MigrationInterface, QueryRunner } from 'typeorm';

const CALLS = `
-- A responder calls a supervisor. It stands here until it is over, whoever is connected: a page, a gateway or Redis may be lost.
create table help_call (
  -- Made by the page, so that a call sent twice is one call.
  id uuid primary key,
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  -- Null for a call that is about no conversation.
  conversation_id uuid references conversation,
  urgency text not null check (urgency in ('normal', 'urgent')),
  called_at timestamptz not null,
  -- The one supervisor who said that they are coming, and when.
  answered_by uuid references staff,
  answered_at timestamptz,
  -- When they were there: what the figure counts.
  joined_at timestamptz,
  over_at timestamptz,
  over_because text check (over_because in ('taken_back', 'settled', 'conversation_over', 'forgotten')),
  check ((answered_by is null) = (answered_at is null)),
  check (joined_at is null or answered_at is not null),
  check ((over_at is null) = (over_because is null))
);
-- A second press, or another tab, finds the call that is open.
create unique index help_call_one_open on help_call (staff_id, coalesce(conversation_id, staff_id)) where over_at is null;
create index help_call_open on help_call (service_id, called_at) where over_at is null;
create index help_call_open_of on help_call (conversation_id) where over_at is null;
-- What the figure is read from.
create index help_call_called on help_call (service_id, called_at);
`;

const EVERYONE = `
-- A supervisor asks everyone who may be asked whether they can take one more. Seldom: asked too often it is not heard.
create table everyone_asked (
  id uuid primary key,
  service_id uuid not null references service,
  asked_by uuid not null references staff,
  asked_at timestamptz not null
);
create index everyone_asked_of_service on everyone_asked (service_id, asked_at);
-- One answer each, which may be changed. No reason.
create table everyone_answer (
  asked_id uuid not null references everyone_asked,
  staff_id uuid not null references staff,
  can boolean not null,
  answered_at timestamptz not null,
  primary key (asked_id, staff_id)
);
`;

const BREAKS = `
-- Whose word it was that somebody takes a break: they may not do without it by themselves.
alter table staff add column break_called_by uuid references staff;
alter table staff_break add column called_by uuid references staff;

-- By triggers, so that whoever begins the break, or takes the wish for one away, need not know whose word it was.
create function note_who_called_break() returns trigger language plpgsql as $note$
begin
  new.called_by := (select s.break_called_by from staff s where s.id = new.staff_id);
  return new;
end
$note$;
create trigger staff_break_begins before insert on staff_break
  for each row execute function note_who_called_break();
create function forget_who_called_break() returns trigger language plpgsql as $forget$
begin
  new.break_called_by := null;
  return new;
end
$forget$;
create trigger staff_break_not_wanted before update of break_wanted on staff
  for each row when (not new.break_wanted and new.break_called_by is not null) execute function forget_who_called_break();
`;

/** What responders and supervisors ask of each other. */
export class Help1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CALLS);
    await runner.query(EVERYONE);
    await runner.query(BREAKS);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('calls for help have no place in the older shape'));
  }
}
