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
  allows_questions boolean not null default false,
  questions_answered boolean not null default false,
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
comment on column conversation_clock.allows_questions is 'who held it allows the questions after a chat although it was in danger';
comment on column conversation_clock.questions_answered is 'the questions were answered, so that they count once; the answers are not kept here';
create table visitor_absence (
  conversation_id uuid not null references conversation,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (conversation_id, from_at)
);
comment on table visitor_absence is 'times in which no page of this visitor answered; gone once the conversation is over';
`;

/** Neither table says whose words these are, or when in the day they came. */
const AFTER_CHAT = `
create table after_chat_answer (
  id uuid primary key,
  service_id uuid not null references service,
  day date not null,
  feels text check (feels in ('much_better', 'better', 'same', 'worse', 'much_worse')),
  listened text check (listened in ('yes', 'partly', 'no'))
);
create index after_chat_answer_of_day on after_chat_answer (service_id, day);
comment on table after_chat_answer is 'what visitors answered after a chat; nothing says which chat it was';
create table feedback (
  id uuid primary key,
  service_id uuid not null references service,
  day date not null,
  kind text not null check (kind in ('after_chat', 'feedback', 'complaint')),
  dek_wrapped bytea not null,
  kek_day date not null,
  sealed bytea not null,
  read_by uuid references staff
);
create index feedback_of_day on feedback (service_id, day);
comment on table feedback is 'complaints and feedback from anyone, sealed under a key of its own each; nothing says whose they are';
comment on column feedback.read_by is 'the first supervisor who read it; null before';
`;

const TIMELINE = `
alter table timeline_entry drop constraint timeline_entry_kind_check;
alter table timeline_entry add constraint timeline_entry_kind_check check (
  kind in ('message', 'started', 'joined', 'requeued', 'must_leave', 'left', 'visitor_left', 'ended',
    'told_wait_longer', 'told_still_here', 'told_other_help', 'asked_if_here', 'said_here', 'wants_more_time',
    'time_left_15', 'time_left_5', 'time_extended'));
`;

/** Silence and the length of a conversation have clocks, and visitors may say how it was. */
export class ConversationClocks1700000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CLOCKS, AFTER_CHAT, TIMELINE]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
