/**
 * The one condition under which a conversation may be read or changed: every query that reads words, and every lock of a
 * conversation, has it. Postgres judges by its own clock, so no process with a wrong clock reads on.
 *
 * @param conversation alias of the whole row
 */
export const isKept = (conversation: string): string =>
  `not conversation_expired(${conversation}, clock_timestamp())`;

/**
 * The same where the row itself is not at hand.
 *
 * @param id expression of the conversation's id
 */
export const isKeptById = (id: string): string =>
  `exists (select 1 from conversation kept where kept.id = ${id} and ${isKept('kept')})`;
