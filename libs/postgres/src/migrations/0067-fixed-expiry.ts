import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMN_IS_FIXED = `
create function column_is_fixed() returns trigger language plpgsql as $$
begin
  if not pg_has_role(current_user, (select c.relowner from pg_class c where c.oid = tg_relid), 'member') then
    raise insufficient_privilege using message = tg_table_name || ': when a row expires, and of whom it is, is never changed';
  end if;
  return new;
end $$;
comment on function column_is_fixed() is
  'refuses the change of a column to everyone but the owner: so only time makes something expire, and nothing moves to what has expired';
`;

/** Its own expiry day, and its service. */
const EXPIRING = ['conversation', 'complaint', 'practice'];
/** Rows that the app may change, and that are erased with their conversation. */
const OF_A_CONVERSATION = [
  'conversation_clock',
  'danger_ending',
  'ending_request',
  'handover',
  'help_call',
  'holding',
  'observation',
  'offer',
  'private_lane_seen',
  'review',
  'unreadable_text',
];

/** It costs nothing where a statement does not name the column. */
const fixed = (table: string, columns: readonly string[]): string => `
create trigger ${table}_is_fixed before update of ${columns.join(', ')} on ${table} for each row
  when (${columns.map((column) => `old.${column} is distinct from new.${column}`).join(' or ')})
  execute function column_is_fixed();
`;

/** The app may call `erase_expired`, so it may not choose what is expired. */
export class FixedExpiry1700000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMN_IS_FIXED);
    for (const table of EXPIRING) await runner.query(fixed(table, ['kek_day', 'service_id']));
    for (const table of OF_A_CONVERSATION) await runner.query(fixed(table, ['conversation_id']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function column_is_fixed cascade');
  }
}
