import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until now only the band kept what a visitor had answered, so band 3 does not say whether they said that they are safe.
 * Those whose band came from elsewhere are taken as if they had not said.
 */
const SAFETY_ANSWER = `
alter table conversation
  add safety_answer text not null default 'did_not_say'
    check (safety_answer in ('not_safe_now', 'not_sure', 'said_safe', 'did_not_say')),
  add safety_by text not null default 'visitor' check (safety_by in ('visitor', 'responder', 'supervisor')),
  add safety_by_staff uuid references staff,
  add safety_reason text,
  add safety_at timestamptz not null default clock_timestamp();
update conversation set safety_at = entered_at,
  safety_answer = case
    when band = 1 and band_because in ('safety_answer', 'responder_lost') then 'not_safe_now'
    when band = 2 and band_because = 'safety_answer' then 'not_sure'
    else 'did_not_say' end;
comment on column conversation.safety_answer is 'what is known of whether they are safe now: said or learned, not a prediction';
comment on column conversation.safety_by_staff is 'the person who set it; null where the visitor did';
comment on column conversation.safety_reason is 'why a person lowered it, a code; null else';
`;

/** A conversation keeps its safety answer, with who set it and when. */
export class SafetyAnswer1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SAFETY_ANSWER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table conversation drop safety_answer, drop safety_by, drop safety_by_staff,
      drop safety_reason, drop safety_at`);
  }
}
