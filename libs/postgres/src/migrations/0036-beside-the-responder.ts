import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOTES = `
create table note (
  conversation_id uuid not null references conversation,
  seq integer not null,
  id uuid not null,
  staff_id uuid not null references staff,
  sealed bytea not null,
  at timestamptz not null,
  primary key (conversation_id, seq),
  unique (conversation_id, id)
);
comment on table note is 'private notes of the team on a conversation, numbered by themselves; rows are only added';
`;

const PRIVATE_LANE = `
create table private_word (
  conversation_id uuid not null references conversation,
  epoch integer not null,
  seq integer not null,
  id uuid not null,
  staff_id uuid not null references staff,
  sealed bytea not null,
  at timestamptz not null,
  primary key (conversation_id, epoch, seq),
  unique (conversation_id, id)
);
comment on table private_word is 'what supervisors and the holder of one epoch write to each other; never in a timeline, never to a visitor';
create table private_lane_seen (
  conversation_id uuid not null references conversation,
  epoch integer not null,
  staff_id uuid not null references staff,
  seq integer not null,
  primary key (conversation_id, epoch, staff_id)
);
comment on table private_lane_seen is 'the newest private word that each person has had on screen';
`;

/** The list grows by these two, whatever other migrations have added to it. */
const JOINING = `
alter table observation add joined_at timestamptz;
comment on column observation.joined_at is 'since when the visitor knows that this supervisor is here; null for one who only reads along';
do $$
declare listed text;
begin
  select pg_get_constraintdef(oid) into strict listed from pg_constraint where conname = 'timeline_entry_kind_check';
  execute 'alter table timeline_entry drop constraint timeline_entry_kind_check';
  execute 'alter table timeline_entry add constraint timeline_entry_kind_check '
    || replace(listed, '''left''::text', '''left''::text, ''supervisor_joined''::text, ''supervisor_left''::text');
end $$;
`;

/** Private notes, the private lane, and supervisors who join openly. */
export class BesideTheResponder1700000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTES);
    await runner.query(PRIVATE_LANE);
    await runner.query(JOINING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table note, private_word, private_lane_seen; alter table observation drop joined_at',
    );
  }
}
