import type { EntityManager } from 'typeorm';
import { row, rows, whole } from '../connection/parse-rows';
import type { TimelineEntryRow } from '../conversations/conversation-tables';

export type TimelineEvent = Pick<TimelineEntryRow, 'conversationId' | 'kind' | 'staffId' | 'reason' | 'at'>;

const appended = row({ seq: whole });

/** Appends an event with the next number, and answers that number; the caller has locked the conversation's row. */
export const appendEvent = async (tx: EntityManager, event: TimelineEvent): Promise<number> => {
  const answer: unknown = await tx.query(
    `with counted as (
       update conversation set last_seq = last_seq + 1 where id = $1 returning last_seq
     )
     insert into timeline_entry (conversation_id, seq, id, kind, staff_id, reason, at)
     select $1, last_seq, gen_random_uuid(), $2, $3, $4, $5 from counted returning seq`,
    [event.conversationId, event.kind, event.staffId, event.reason, new Date(event.at)],
  );
  return rows(appended, answer)[0]?.seq ?? 0;
};
