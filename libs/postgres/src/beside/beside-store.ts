import type { EntityManager } from 'typeorm';
import type { ConversationEvent, LaneEnds } from '@warmline/conversation';
import type { ConversationId, Instant, StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { bytes, flag, list, moment, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type NoteAdded = Extract<ConversationEvent, { type: 'note_added' }>;
type WordSaid = Extract<ConversationEvent, { type: 'private_word_said' }>;

/** Where something that was written is. */
export interface Written {
  readonly seq: number;
  readonly at: Instant;
}

/** What is stored under an id already. */
export interface WrittenBefore extends Written {
  readonly staff: StaffId;
  readonly sealed: Buffer;
}

export interface WordBefore extends WrittenBefore {
  /** The lane that has it. */
  readonly epoch: number;
}

interface ById {
  readonly conversation: ConversationId;
  readonly id: string;
}

const WRITTEN = { seq: whole, at: moment };
const BEFORE = { ...WRITTEN, staff: known.staff, sealed: bytes };

const NOTE = new RowQuery<WrittenBefore>(
  BEFORE,
  `select seq, staff_id as staff, sealed, ${ms('at', 'at')} from note where conversation_id = $1 and id = $2`,
);

const ADD_NOTE = new RowQuery<Written>(
  WRITTEN,
  `insert into note (conversation_id, seq, id, staff_id, sealed, at)
   select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, clock_timestamp() from note where conversation_id = $1
   returning seq, ${ms('at', 'at')}`,
);

const WORD = new RowQuery<WordBefore>(
  { ...BEFORE, epoch: whole },
  `select epoch, seq, staff_id as staff, sealed, ${ms('at', 'at')} from private_word
   where conversation_id = $1 and id = $2`,
);

const SAY = new RowQuery<Written>(
  WRITTEN,
  `insert into private_word (conversation_id, epoch, seq, id, staff_id, sealed, at)
   select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, clock_timestamp() from private_word
   where conversation_id = $1 and epoch = $2
   returning seq, ${ms('at', 'at')}`,
);

const ENDS = new RowQuery<LaneEnds>(
  { supervisors: list(known.staff), hasCalled: flag },
  `select
     array(select w.staff_id from observation w
       where w.conversation_id = $1 and w.ended_at is null and w.staff_id is distinct from h.staff_id) as supervisors,
     exists (select 1 from help_call a
       where a.conversation_id = $1 and a.staff_id = h.staff_id and a.over_at is null) as "hasCalled"
   from (select $1::uuid as id) c left join holding h on h.conversation_id = c.id and h.ended_at is null`,
);

const MOVE_SEEN = `
  insert into private_lane_seen (conversation_id, epoch, staff_id, seq)
  select $1, $2, $3, least($4, max(w.seq)) from private_word w where w.conversation_id = $1 and w.epoch = $2
  having max(w.seq) is not null
  on conflict (conversation_id, epoch, staff_id) do update set seq = excluded.seq
    where private_lane_seen.seq < excluded.seq`;

/**
 * What the team writes beside a conversation. The caller has locked the conversation's row, so numbers have no gaps. Only the
 * audit hears of it: no version grows and no note goes out, so that a visitor's page gets nothing, not even a sign of it.
 */
export class BesideStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async findNote({ conversation, id }: ById): Promise<WrittenBefore | null> {
    return NOTE.first(this.tx, [conversation, id]);
  }

  async addNote(fact: NoteAdded, sealed: Buffer): Promise<Written> {
    await this.writers.audit.record(fact);
    return ADD_NOTE.one(this.tx, [fact.conversation, fact.note, fact.staff, sealed]);
  }

  /** In any lane of the conversation: an id is used once, under every holder. */
  async findWord({ conversation, id }: ById): Promise<WordBefore | null> {
    return WORD.first(this.tx, [conversation, id]);
  }

  async sayPrivately(fact: WordSaid, sealed: Buffer): Promise<Written> {
    await this.writers.audit.record(fact);
    return SAY.one(this.tx, [fact.conversation, fact.epoch, fact.word, fact.staff, sealed]);
  }

  /** Who is at the two ends of the lane of the present holding. */
  async findLaneEnds(conversation: ConversationId): Promise<LaneEnds> {
    return ENDS.one(this.tx, [conversation]);
  }

  /** Moves a person's cursor forward, never past the newest word. */
  async moveSeen(
    conversation: ConversationId,
    { epoch, staff, seq }: { readonly epoch: number; readonly staff: StaffId; readonly seq: number },
  ): Promise<void> {
    await this.tx.query(MOVE_SEEN, [conversation, epoch, staff, seq]);
  }
}
