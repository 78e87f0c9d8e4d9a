import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rule is `holdOf` in libs/routing; a test compares the two. Nobody who waits now needs a proof. */
const HOLDS = `
alter table conversation drop hold;
alter table conversation add needs_proof boolean not null default false;
alter table conversation add set_aside_at timestamptz;
alter table conversation add hold text generated always as (
  case
    when epoch > 0 then null
    when set_aside_at is not null and visitor_messages = 0 then 'set_aside'
    when band <> 1 or band_because <> 'safety_answer' then null
    when visitor_messages = 0 and page_seen_at is null then 'unseen'
    when needs_proof then 'unproven'
    when visitor_messages = 0 then 'silent'
  end) stored;
comment on column conversation.needs_proof is 'started in a rush, and the page has not done the proof of work yet';
comment on column conversation.set_aside_at is 'two supervisors set it aside as part of a flood; a written word brings it back';
comment on column conversation.hold is 'why a visitor who waits does not have the rank of their band yet; null for nearly everyone';
`;

const FLOODS = `
create table arrival (
  conversation_id uuid primary key references conversation on delete cascade,
  service_id uuid not null references service,
  crowd uuid not null
);
create index arrival_of_crowd on arrival (service_id, crowd);
comment on table arrival is 'which waiting chats came from one network in the same hour; gone once a chat waits no more';
comment on column arrival.crowd is 'random: made for one network and hour by a gateway, and not derived from an address';
create table flood (
  id uuid primary key,
  service_id uuid not null references service,
  crowd uuid not null,
  proposed_by uuid not null references staff,
  proposed_at timestamptz not null,
  confirmed_by uuid references staff,
  confirmed_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('ended', 'undone', 'withdrawn', 'expired')),
  check (confirmed_by is null or confirmed_by <> proposed_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((closed_at is null) = (outcome is null))
);
create unique index flood_one_open on flood (service_id, crowd) where closed_at is null;
comment on table flood is 'waiting chats that two supervisors end together, as the work of a machine; undone for 10 minutes';
create table flood_chat (
  flood_id uuid not null references flood on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  primary key (flood_id, conversation_id)
);
create index flood_of_chat on flood_chat (conversation_id);
comment on table flood_chat is 'the chats of a flood that is open';
`;

/** A start in a rush is proven by work, and a flood can be set aside by two supervisors. */
export class Starts1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [HOLDS, FLOODS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
