import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rule is `holdOf` in libs/routing; a test compares the two. Everyone who waits now counts as seen. */
const HOLDS = `
alter table conversation add page_seen_at timestamptz;
update conversation set page_seen_at = clock_timestamp() where state = 'waiting' and band = 1;
alter table conversation add hold text generated always as (
  case when band = 1 and band_because = 'safety_answer' and epoch = 0 and visitor_messages = 0
    then case when page_seen_at is null then 'unseen' else 'silent' end end) stored;
comment on column conversation.page_seen_at is 'the visitor''s page has been connected for half a minute; null before, and where it does not matter';
comment on column conversation.hold is 'why a visitor who said they are in danger is not answered like the others of band 1 yet; null for nearly everyone';
`;

/** Who says they are in danger has the place of band 1 once they wrote a word, or their page was there for half a minute. */
export class Holds1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table conversation drop hold, drop page_seen_at');
  }
}
