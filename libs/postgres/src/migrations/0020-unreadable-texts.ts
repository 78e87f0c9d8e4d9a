import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- A sealed text that could not be opened, by where it is stored and never by what it says.
create table unreadable_text (
  conversation_id uuid not null references conversation,
  entry text not null check (length(entry) between 1 and 80),
  found_at timestamptz not null,
  primary key (conversation_id, entry)
);
create index unreadable_text_found on unreadable_text (found_at);

-- One known value for each expiry day, sealed with the key of that day: it tells an empty or wrong keyring before a start.
create table keyring_canary (
  day date primary key,
  sealed bytea not null
);
`;

/** Where texts that cannot be opened are counted, and what tells a wrong keyring. */
export class UnreadableTexts1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table keyring_canary; drop table unreadable_text;');
  }
}
