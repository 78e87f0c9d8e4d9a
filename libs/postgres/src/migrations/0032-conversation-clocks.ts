import type { MigrationInterface, QueryRunner } from 'typeorm';

const CLOCKS = `
create table conversation_clock (
  conversation_id uuid primary key references conversation,
  asked smallint not null default 0 check (asked between 0 and 2),
  asked_at timestamptz,
  asked_seq integer,
  here_at timestamptz,
  more_until timestamptz,
  extensions smallint not null default 0,
  told smallint check (told in (5, 15)),
  check ((asked = 0) = (asked_at is null)),
  check ((asked = 0) = (asked_seq is null))
);
comment on table conversation_clock is 'what the timers of a conversation know; no row where nothing has happened';
comment on column conversation_clock.asked is 'how often in one silence the visitor was asked whether they are there';
comment on column conversation_clock.asked_seq is 'the number of the newest question in the timeline';
comment on column conversation_clock.here_at is 'when they last typed or said that they are here, to within some seconds; not kept while they write';
comment on column conversation_clock.more_until is 'they asked for time until then';
comment on column conversation_clock.extensions is 'how often the holder has added 15 minutes';
comment on column conversation_clock.told is 'minutes that were left at the last time warning; null before one';
create table visitor_absence (
  conversation_id uuid not null references conversation,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (conversation_id, from_at)
);
comment on table visitor_absence is 'times in which no page of this visitor answered; gone once the conversation is over';
`;

/** The list grows by these, whatever other migrations have added to it. */
const TIMELINE = `
do $$
declare listed text;
begin
  select pg_get_constraintdef(oid) into strict listed from pg_constraint where conname = 'timeline_entry_kind_check';
  execute 'alter table timeline_entry drop constraint timeline_entry_kind_check';
  execute 'alter table timeline_entry add constraint timeline_entry_kind_check '
    || replace(listed, '''told_other_help''::text', '''told_other_help''::text, ''asked_if_here''::text, ''said_here''::text, '
      || '''wants_more_time''::text, ''time_left_15''::text, ''time_left_5''::text, ''time_extended''::text');
end $$;
`;

/** Silence and the length of a conversation have clocks. */
export class ConversationClocks1700000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CLOCKS, TIMELINE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
