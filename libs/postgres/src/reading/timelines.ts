import type { EndReason } from '@warmline/conversation';
import { instant, type ConversationId, type EntryId, type Instant } from '@warmline/kernel';
import type { Database } from '../database';

/** One entry as stored; a message's body is still sealed. `name` is the responder's alias where one is meant. */
export interface StoredEntry {
  readonly seq: number;
  readonly id: EntryId;
  readonly kind: 'message' | 'started' | 'joined' | 'requeued' | 'visitor_left' | 'ended';
  readonly authorRole: 'visitor' | 'responder' | null;
  readonly name: string | null;
  readonly sealed: Buffer | null;
  readonly reason: EndReason | null;
  readonly at: Instant;
}

export interface StoredPage {
  readonly entries: readonly StoredEntry[];
  readonly head: number;
}

type EntryRow = Omit<StoredEntry, 'at'> & { readonly at: Date };

/** Reads timelines; the one resume path of everyone. */
export class Timelines {
  constructor(private readonly database: Database) {}

  /** Entries after `after` in order, at most `limit`, and the newest number. One snapshot, so no gaps. */
  async page(conversation: ConversationId, after: number, limit: number): Promise<StoredPage> {
    const [rows, head] = await this.database.transaction('REPEATABLE READ', async (tx) => [
      await tx.query<EntryRow[]>(
        `select e.seq, e.id, e.kind, e.author_role as "authorRole", s.name, e.sealed, e.reason, e.at
         from timeline_entry e left join staff s on s.id = e.staff_id
         where e.conversation_id = $1 and e.seq > $2 order by e.seq limit $3`,
        [conversation, after, limit],
      ),
      await tx.query<{ last_seq: number }[]>('select last_seq from conversation where id = $1', [
        conversation,
      ]),
    ]);
    return {
      entries: rows.map((row) => ({ ...row, at: instant(row.at.getTime()) })),
      head: head[0]?.last_seq ?? 0,
    };
  }
}
