import { instant, type ConversationId, type EntryId, type Instant } from '@warmline/kernel';
import type { EndReason } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import type { TimelineEntryRow } from '../conversations/conversation-tables';

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

/** Bytes of sealed bodies in one page, at most, unless a single one is longer. */
const PAGE_BYTES = 128 * 1_024;

/**
 * One statement, so one snapshot: the head never lies before an entry that is shown. The bodies' sizes are added up
 * without reading them, and only those of the page are read.
 */
const PAGE = `
  select c.last_seq as head, e.*
  from conversation c
  left join lateral (
    select t.seq, t.id, t.kind, t.author_role as "authorRole", s.name, t.sealed, t.reason, t.at
    from (
      select *, sum(octet_length(sealed)) over (order by seq) as bytes from timeline_entry
      where conversation_id = c.id and seq > $2 order by seq limit $3
    ) t left join staff s on s.id = t.staff_id
    where t.seq - 1 = $2 or coalesce(t.bytes, 0) <= $4 order by t.seq
  ) e on true
  where c.id = $1 order by e.seq`;

/** Reads timelines; the one resume path of everyone. */
export class TimelineReadModel {
  constructor(private readonly database: Database) {}

  /** Entries after `after` in order and without gaps, at most `limit` and 128 KiB of bodies, and the newest number; 0 for an unknown one. */
  async loadPage(conversation: ConversationId, after: number, limit: number): Promise<StoredPage> {
    const rows = await this.database.query<PageRow[]>(PAGE, [conversation, after, limit, PAGE_BYTES]);
    const entries = rows
      .filter(hasEntry)
      .map(({ head: _head, at, ...row }) => ({ ...row, at: instant(at.getTime()) }));
    return { entries, head: rows[0]?.head ?? 0 };
  }
}
