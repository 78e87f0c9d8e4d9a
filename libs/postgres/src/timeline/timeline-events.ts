import type { EntityManager } from 'typeorm';
import type { TimelineEntryRow } from '../conversations/conversation-tables';

export type TimelineEvent = Pick<TimelineEntryRow, 'conversationId' | 'kind' | 'staffId' | 'reason' | 'at'>;

/** Appends an event with the next number; the caller has locked the conversation's row. */
export const appendEvent = async (tx: EntityManager, event: TimelineEvent): Promise<void> => {
  await tx.query(
    `with counted as (
       update conversation set last_seq = last_seq + 1 where id = $1 returning last_seq
     )
     insert into timeline_entry (conversation_id, seq, id, kind, staff_id, reason, at)
     select $1, last_seq, gen_random_uuid(), $2, $3, $4, $5 from counted`,
    [event.conversationId, event.kind, event.staffId, event.reason, new Date(event.at)],
  );
};
