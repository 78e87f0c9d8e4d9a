import type { ConversationId, Instant, StaffId } from '@warmline/kernel';
import type { ReadingPurpose } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { moment, oneOf, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';

/** A place in a list of conversations by time. `at`: microseconds since 1970 as a decimal text, exact as Postgres keeps it. */
export interface StoredPlace {
  readonly at: string;
  readonly conversationId: ConversationId;
}

/** Someone's last holding of a conversation. */
export interface PastHolding {
  readonly conversationId: ConversationId;
  readonly beganAt: Instant;
  readonly endedAt: Instant | null;
  readonly at: string;
}

/** That someone read a conversation, and how often in this way. */
export interface StoredReader {
  readonly conversationId: ConversationId;
  readonly name: string;
  readonly reading: 'conversation_read' | 'observation_began' | 'review_read' | 'brief_read' | 'history_read';
  /** Why they opened it in History; null for another reading. */
  readonly purpose: ReadingPurpose | null;
  readonly times: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

const HELD = new RowQuery<PastHolding>(
  { conversationId: known.conversation, beganAt: moment, endedAt: optional(moment), at: text },
  `select h.conversation_id as "conversationId", ${ms('h.began_at', 'beganAt')}, ${ms('h.ended_at', 'endedAt')},
     (extract(epoch from h.began_at) * 1000000)::bigint::text as at
   from holding h join conversation c on c.id = h.conversation_id and ${isKept('c')}
   where h.staff_id = $1
     and ($2::text is null
       or (h.began_at, h.conversation_id) < (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
     and not exists (select 1 from holding later
       where later.conversation_id = h.conversation_id and later.staff_id = h.staff_id and later.epoch > h.epoch)
   order by h.began_at desc, h.conversation_id desc limit $4`,
);

const READERS = new RowQuery<StoredReader>(
  {
    conversationId: known.conversation,
    name: text,
    reading: oneOf({
      conversation_read: true,
      observation_began: true,
      review_read: true,
      brief_read: true,
      history_read: true,
    }),
    purpose: optional(known.readingPurpose),
    times: whole,
    firstAt: moment,
    lastAt: moment,
  },
  `select r.conversation_id as "conversationId", s.name, r.action as reading, r.purpose, r.times, ${ms('r.first_at', 'firstAt')},
     ${ms('r.last_at', 'lastAt')}
   from conversation_readers($1::uuid[]) r join staff s on s.id = r.reader_id
   where $2::uuid is null or r.reader_id <> $2 order by r.first_at, s.name, r.action`,
);

/** Reads who read a conversation. It costs the same after years as on the first evening. */
export class ReaderReadModel {
  constructor(private readonly database: Database) {}

  /** What this person held or holds, each conversation once, the newest first, from before `before` on. Expired ones are left out. */
  async loadHeldBy(staff: StaffId, before: StoredPlace | null, most: number): Promise<PastHolding[]> {
    return HELD.all(this.database, [staff, before?.at ?? null, before?.conversationId ?? null, most]);
  }

  /** Everyone who read any of these, the first reading first. `but`: one person who is left out; null for nobody. */
  async loadReaders(ids: readonly ConversationId[], but: StaffId | null): Promise<StoredReader[]> {
    return READERS.all(this.database, [ids, but]);
  }
}
