import { entryId, type ConversationId, type EntryId, type Instant, type StaffId } from '@warmline/kernel';
import type { EndReason } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import {
  bytes,
  dateMoment,
  idOf,
  oneOf,
  optional,
  row,
  rows,
  text,
  whole,
  type Column,
} from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import type { TimelineEntryRow } from '../conversations/conversation-tables';
import { isKept } from '../conversations/expiry';

/** One entry as stored; a message's body is still sealed. `name` is the responder's alias, if the entry is about one. */
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

const entry = row<StoredEntry>({
  seq: whole,
  id: idOf(entryId),
  kind: oneOf<StoredEntry['kind']>({
    message: true,
    started: true,
    joined: true,
    requeued: true,
    must_leave: true,
    left: true,
    visitor_left: true,
    supervisor_joined: true,
    supervisor_left: true,
    ended: true,
    told_wait_longer: true,
    told_still_here: true,
    told_other_help: true,
    asked_if_here: true,
    said_here: true,
    wants_more_time: true,
    time_left_15: true,
    time_left_5: true,
    time_extended: true,
  }),
  authorRole: optional(oneOf({ visitor: true, responder: true })),
  name: optional(text),
  sealed: optional(bytes),
  reason: optional(known.endReason),
  at: dateMoment,
});

/** A row without an entry still says the newest number. */
const pageRow: Column<{ readonly head: number; readonly entry: StoredEntry | null }> = (answer) => {
  const { head, seq } = row({ head: whole, seq: optional(whole) })(answer);
  return { head, entry: seq === null ? null : entry(answer) };
};

/** Bytes of sealed bodies in one page, at most, unless a single one is longer. */
const PAGE_BYTES = 128 * 1_024;

/**
 * One statement, so one snapshot: the newest number is never below an entry of the page. The sizes of the bodies are added
 * up without reading them, and only the bodies of the page are read.
 */
const PAGE = `
  select c.last_seq as head, e.*
  from conversation c
  left join lateral (
    select t.seq, t.id, t.kind, t.author_role as "authorRole", s.alias as name, t.sealed, t.reason, t.at
    from (
      select *, sum(octet_length(sealed)) over (order by seq) as bytes from timeline_entry
      where conversation_id = c.id and seq > $2 order by seq limit $3
    ) t left join staff s on s.id = t.staff_id
    where t.seq - 1 = $2 or coalesce(t.bytes, 0) <= $4 order by t.seq
  ) e on true
  where c.id = $1 and ${isKept('c')} order by e.seq`;

const WRITTEN = new RowQuery<{ readonly seq: number }>(
  { seq: whole },
  `select t.seq from timeline_entry t join conversation c on c.id = t.conversation_id
   where c.id = $1 and t.kind = 'message' and t.author_role = 'responder' and t.staff_id = $2 and ${isKept('c')}`,
);

/** Reads timelines: the one way for every page to resume. */
export class TimelineReadModel {
  constructor(private readonly database: Database) {}

  /**
   * Entries after `after`, in order and without gaps: at most `limit` entries and 128 KiB of bodies. `head` is the newest
   * number, 0 for a conversation that does not exist or has expired.
   */
  async loadPage(conversation: ConversationId, after: number, limit: number): Promise<StoredPage> {
    const answer: unknown = await this.database.query(PAGE, [conversation, after, limit, PAGE_BYTES]);
    const found = rows(pageRow, answer);
    return { entries: found.flatMap(({ entry }) => entry ?? []), head: found[0]?.head ?? 0 };
  }

  /** The numbers of the messages that one person of the staff wrote; none of a conversation that has expired. */
  async findWrittenBy(conversation: ConversationId, staff: StaffId): Promise<ReadonlySet<number>> {
    const written = await WRITTEN.all(this.database, [conversation, staff]);
    return new Set(written.map(({ seq }) => seq));
  }
}
