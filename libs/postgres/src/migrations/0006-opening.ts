import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPENING = `
alter table service
  add column time_zone text not null default 'Europe/London',
  -- How long a session is planned to last.
  add column session_minutes smallint not null default 45 check (session_minutes between 5 and 240),
  -- Whenever the hours say open somebody can be reached, although no shift is running.
  add column on_call boolean not null default false;

-- By the wall in the service's time zone; closing at or before opening is on the day after. No rows: around the clock.
create table service_hours (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  unique (service_id, weekday, opens)
);

-- Holidays, and days with hours of their own. Without times: closed all day.
create table service_exception (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  day date not null,
  name text not null default '',
  opens time,
  closes time,
  check ((opens is null) = (closes is null)),
  unique nulls not distinct (service_id, day, opens)
);

-- What was set last, what is suggested since when, and how long a standard visitor who came now would wait.
create table door (
  service_id uuid primary key references service,
  setting text check (setting in ('open', 'at_capacity', 'closed', 'paused')),
  reason text,
  -- Null where no supervisor acted in time.
  set_by uuid references staff,
  set_at timestamptz,
  over_since timestamptz,
  calm_since timestamptz,
  kept_open_at timestamptz,
  -- U80 in minutes; null while too little is known to say.
  standard_bound real,
  looked_at timestamptz,
  check ((setting is null) = (set_at is null) and (setting is null) = (reason is null))
);
insert into door (service_id, setting, reason, set_at)
  select id, case door when 'closed' then 'closed' end, case door when 'closed' then 'planned' end,
    case door when 'closed' then clock_timestamp() end
  from service;
-- As it was until now: open means that people are queued.
update service set on_call = true;
alter table service drop column door;

-- Who was not queued, and why: no identity, only how many in which minute.
create table turned_away (
  service_id uuid not null references service,
  minute timestamptz not null,
  reason text not null check (reason in ('closed', 'nobody_on', 'at_capacity', 'closing_soon', 'paused')),
  -- 0 where nobody was asked how they are.
  band smallint not null check (band between 0 and 3),
  contacts integer not null,
  primary key (service_id, minute, reason, band)
);

-- Who is planned to be on when.
create table rota_block (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references service,
  staff_id uuid not null references staff,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (ends_at > starts_at),
  unique (staff_id, starts_at)
);
create index rota_block_of_service on rota_block (service_id, ends_at);
`;

const PROMISES = `
-- What each wait that is not over was told, and what was estimated when it began (minutes). The row of somebody who left
-- stays as a tombstone until their turn would have come.
create table wait_promise (
  conversation_id uuid primary key references conversation,
  service_id uuid not null references service,
  waiting_since timestamptz not null,
  band smallint not null check (band between 1 and 3),
  raw real not null,
  bound real,
  said jsonb not null,
  -- What the page shows: a bucket in minutes, 0 for more than an hour; null for no number.
  shown smallint,
  is_late boolean not null default false,
  told_at timestamptz not null
);
create index wait_promise_of_service on wait_promise (service_id);

-- Waits that are over, what was promised when they began, and what they were (minutes).
create table promise_outcome (
  conversation_id uuid not null references conversation,
  waiting_since timestamptz not null,
  service_id uuid not null references service,
  band smallint not null check (band between 1 and 3),
  raw real not null,
  bound real,
  true_wait real not null,
  -- They left; it is how long they would have waited.
  is_virtual boolean not null,
  at timestamptz not null,
  primary key (conversation_id, waiting_since)
);
create index promise_outcome_latest on promise_outcome (service_id, at);
`;

/** When a service is open, who is planned, and what waiting visitors were promised. */
export class Opening1700000000006 implements MigrationInterface {
  /** Rows of old databases name it so. */
  readonly name = 'Door1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPENING);
    await runner.query(PROMISES);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('hours, rota and promises have no place in the older shape'));
  }
}
