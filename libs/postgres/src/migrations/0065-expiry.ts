import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEEPS_DAYS = `
alter table service add column keeps_days smallint not null default 90 check (keeps_days between 30 and 2555);
comment on column service.keeps_days is
  'how long what a visitor wrote is kept, counted from the start of the chat; a change is for chats that start later';
`;

const CONVERSATION_EXPIRED = `
create function conversation_expired(c conversation, at timestamptz) returns boolean
language sql immutable
as $$
  select c.state = 'ended' and (at at time zone 'UTC')::date >= c.kek_day
$$;
comment on function conversation_expired(conversation, timestamptz) is
  'an ended conversation is read by nobody from the first moment (UTC) of its expiry day';
create index conversation_expiry on conversation (kek_day) where state = 'ended';
`;

/** Each service says how long it keeps what visitors wrote, and Postgres judges when that time is over. */
export class Expiry1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [KEEPS_DAYS, CONVERSATION_EXPIRED]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index conversation_expiry;
       drop function conversation_expired;
       alter table service drop column keeps_days`,
    );
  }
}
