import type { EndReason } from '@warmline/conversation';
import { instant, type ConversationId, type EntryId, type Instant } from '@warmline/kernel';
import type { Database } from '../database';
import type { TimelineEntryRow } from '../tables/conversation-tables';

/** One entry as stored; a message's body is still sealed. `name` is the responder's alias where one is meant. */
export interface StoredEntry {
  readonly seq: number;
  readonly id: EntryId;
  readonly kind: TimelineEntryRow['kind'];
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
/** A row without an entry still says where the head is. */
type PageRow = (EntryRow | { readonly seq: null }) & { readonly head: number };

const hasEntry = (row: PageRow): row is EntryRow & { readonly head: number } => row.seq !== null;

/** One statement, so one snapshot: the head never lies before an entry that is shown. */
const PAGE = `
  select c.last_seq as head, e.*
  from conversation c
  left join lateral (
    select t.seq, t.id, t.kind, t.author_role as "authorRole", s.name, t.sealed, t.reason, t.at
    from timeline_entry t left join staff s on s.id = t.staff_id
    where t.conversation_id = c.id and t.seq > $2 order by t.seq limit $3
  ) e on true
  where c.id = $1 order by e.seq`;

/** Reads timelines; the one resume path of everyone. */
export class Timelines {
  constructor(private readonly database: Database) {}

  /** Entries after `after` in order and without gaps, at most `limit`, and the newest number; 0 for an unknown one. */
  async page(conversation: ConversationId, after: number, limit: number): Promise<StoredPage> {
    const rows = await this.database.query<PageRow[]>(PAGE, [conversation, after, limit]);
    const entries = rows
      .filter(hasEntry)
      .map(({ head: _head, at, ...row }) => ({ ...row, at: instant(at.getTime()) }));
    return { entries, head: rows[0]?.head ?? 0 };
  }
}
