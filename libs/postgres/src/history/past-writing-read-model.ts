import type { ConversationId, Instant } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { bytes, list, moment, oneOf, optional, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKeptById } from '../conversations/expiry';

/** Where staff write beside a conversation: for the team, to each other, to whom they hand over, at its end, for safety. */
export type WritingKind =
  'note' | 'private' | 'brief' | 'wrap_up' | 'safety' | 'ending_why' | 'ending_word' | 'write_up';

/** Something that staff wrote beside a conversation, still sealed. */
export interface StoredPastWriting {
  readonly kind: WritingKind;
  /** What its seal is bound to: its own id, or the epoch of a wrap-up. */
  readonly id: string;
  readonly at: Instant;
  readonly byName: string | null;
  /** Null for a wrap-up without a note. */
  readonly sealed: Buffer | null;
  /** Of a wrap-up alone. */
  readonly contactKind: string | null;
  readonly topics: readonly string[];
  readonly outcome: string | null;
}

const PLAIN = `null::text as contact_kind, '{}'::text[] as topics, null::text as outcome`;

const WRITINGS = new RowQuery<StoredPastWriting>(
  {
    kind: oneOf<WritingKind>({
      note: true,
      private: true,
      brief: true,
      wrap_up: true,
      safety: true,
      ending_why: true,
      ending_word: true,
      write_up: true,
    }),
    id: text,
    at: moment,
    byName: optional(text),
    sealed: optional(bytes),
    contactKind: optional(text),
    topics: list(text),
    outcome: optional(text),
  },
  `select w.kind, w.id, ${ms('w.at', 'at')}, s.name as "byName", w.sealed, w.contact_kind as "contactKind", w.topics, w.outcome
   from (
     select 'note' as kind, id::text, at, staff_id, sealed, ${PLAIN} from note where conversation_id = $1
     union all select 'private', id::text, at, staff_id, sealed, ${PLAIN} from private_word where conversation_id = $1
     union all select 'brief', id::text, proposed_at, proposed_by, brief_sealed, ${PLAIN} from handover where conversation_id = $1
     union all select 'wrap_up', epoch::text, wrapped_up_at, staff_id, wrap_up_sealed, contact_kind, coalesce(topics, '{}'), outcome
       from holding where conversation_id = $1 and wrapped_up_at is not null and contact_kind is not null
     union all select 'safety', id::text, recorded_at, staff_id, sealed, ${PLAIN} from safety_entry where conversation_id = $1
     union all select 'ending_why', id::text, asked_at, asked_by, why_sealed, ${PLAIN} from ending_request where conversation_id = $1
     union all select 'ending_word', id::text, closed_at, closed_by, word_sealed, ${PLAIN} from ending_request
       where conversation_id = $1 and word_sealed is not null
     union all select 'write_up', id::text, at, written_by, words_sealed, ${PLAIN} from danger_ending_note where conversation_id = $1
   ) w left join staff s on s.id = w.staff_id
   where ${isKeptById('$1')} order by w.at, w.kind, w.id offset $2 limit $3`,
);

/** Reads what staff wrote beside a conversation that has ended. That someone reads it is recorded by the caller, before. */
export class PastWritingReadModel {
  constructor(private readonly database: Database) {}

  /** The oldest first, without the first `after` of them, `most` at most. Rows are only added, so numbers stay. */
  async loadWritings(
    conversation: ConversationId,
    after: number,
    most: number,
  ): Promise<StoredPastWriting[]> {
    return WRITINGS.all(this.database, [conversation, after, most]);
  }
}
