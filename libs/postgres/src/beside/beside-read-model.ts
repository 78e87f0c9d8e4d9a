import type { ConversationId, Instant, StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { bytes, flag, list, moment, oneOf, optional, row, text, whole } from '../connection/parse-rows';
import { finds, ms, RowQuery } from '../connection/row-query';
import { isKept, isKeptById } from '../conversations/expiry';

interface Named {
  readonly id: StaffId;
  readonly name: string;
}

/** What is beside a conversation now: numbers and names, no text. */
export interface StoredBeside {
  readonly conversation: ConversationId;
  /** The newest note. */
  readonly notes: number;
  /** Null while nobody holds it. */
  readonly holder: StaffId | null;
  readonly epoch: number;
  /** The newest private word under this epoch. */
  readonly head: number;
  /** Supervisors who read along, beside the holder. */
  readonly supervisors: readonly Named[];
  /** Those of them who joined openly. */
  readonly joined: readonly StaffId[];
  readonly hasCalled: boolean;
}

/** A note or a private word, still sealed. */
export interface StoredWriting {
  readonly seq: number;
  readonly id: string;
  readonly staff: StaffId;
  readonly name: string;
  readonly sealed: Buffer;
  readonly at: Instant;
}

/** How one of the holdings before was wrapped up. */
export interface StoredWrapUpView {
  readonly epoch: number;
  readonly name: string;
  readonly contactKind: 'conversation' | 'silent' | 'wrong_service' | 'test' | 'abusive';
  readonly topics: readonly string[];
  readonly outcome: 'calmer' | 'same' | 'worse' | 'unknown';
  readonly sealed: Buffer | null;
  readonly at: Instant;
}

export interface LaneOf {
  readonly conversation: ConversationId;
  readonly epoch: number;
}

const named = row<Named>({ id: known.staff, name: text });

const BESIDE = new RowQuery<StoredBeside>(
  {
    conversation: known.conversation,
    notes: whole,
    holder: optional(known.staff),
    epoch: whole,
    head: whole,
    supervisors: list(named),
    joined: list(known.staff),
    hasCalled: flag,
  },
  `
  select c.id as conversation, c.epoch, h.staff_id as holder,
    (select coalesce(max(n.seq), 0) from note n where n.conversation_id = c.id) as notes,
    (select coalesce(max(w.seq), 0) from private_word w where w.conversation_id = c.id and w.epoch = c.epoch) as head,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by o.began_at, s.id)
      from observation o join staff s on s.id = o.staff_id
      where o.conversation_id = c.id and o.ended_at is null and o.staff_id is distinct from h.staff_id), '[]') as supervisors,
    array(select o.staff_id from observation o
      where o.conversation_id = c.id and o.ended_at is null and o.joined_at is not null order by o.joined_at) as joined,
    exists (select 1 from help_call a
      where a.conversation_id = c.id and a.staff_id = h.staff_id and a.over_at is null) as "hasCalled"
  from conversation c left join holding h on h.conversation_id = c.id and h.ended_at is null
  where c.id = any ($1::uuid[]) and ${isKept('c')}`,
);

const WRITING = { seq: whole, id: text, staff: known.staff, name: text, sealed: bytes, at: moment };

const NOTES = new RowQuery<StoredWriting>(
  WRITING,
  `select n.seq, n.id, n.staff_id as staff, s.name, n.sealed, ${ms('n.at', 'at')}
   from note n join staff s on s.id = n.staff_id
   where n.conversation_id = $1 and n.seq > $2 and ${isKeptById('$1')} order by n.seq limit $3`,
);

const WORDS = new RowQuery<StoredWriting>(
  WRITING,
  `select w.seq, w.id, w.staff_id as staff, s.name, w.sealed, ${ms('w.at', 'at')}
   from private_word w join staff s on s.id = w.staff_id
   where w.conversation_id = $1 and w.epoch = $2 and w.seq > $3 and ${isKeptById('$1')} order by w.seq limit $4`,
);

const WRAP_UPS = new RowQuery<StoredWrapUpView>(
  {
    epoch: whole,
    name: text,
    contactKind: oneOf({ conversation: true, silent: true, wrong_service: true, test: true, abusive: true }),
    topics: list(text),
    outcome: oneOf({ calmer: true, same: true, worse: true, unknown: true }),
    sealed: optional(bytes),
    at: moment,
  },
  `select h.epoch, s.name, h.contact_kind as "contactKind", h.topics, h.outcome, h.wrap_up_sealed as sealed,
     ${ms('h.wrapped_up_at', 'at')}
   from holding h join staff s on s.id = h.staff_id
   where h.conversation_id = $1 and h.wrapped_up_at is not null and h.contact_kind is not null and ${isKeptById('$1')}
   order by h.epoch desc limit $2`,
);

const SEEN = new RowQuery<{ readonly seq: number }>(
  { seq: whole },
  'select seq from private_lane_seen where conversation_id = $1 and epoch = $2 and staff_id = $3',
);

/** Holds that epoch now, or reads along while someone does. A receiver and a former holder do not. */
const MAY_USE_LANE = `
  select 1 from holding h
  where h.conversation_id = $1 and h.epoch = $2 and h.ended_at is null and ${isKeptById('$1')}
    and (h.staff_id = $3 or exists (select 1 from observation o
      where o.conversation_id = $1 and o.staff_id = $3 and o.ended_at is null))`;

/** Reads notes, private words and wrap-ups of a conversation. Who may read them is asked first. */
export class BesideReadModel {
  constructor(private readonly database: Database) {}

  async loadBeside(ids: readonly ConversationId[]): Promise<StoredBeside[]> {
    return ids.length === 0 ? [] : BESIDE.all(this.database, [ids]);
  }

  async loadNotes(conversation: ConversationId, after: number, most: number): Promise<StoredWriting[]> {
    return NOTES.all(this.database, [conversation, after, most]);
  }

  /** The newest first. */
  async loadWrapUps(conversation: ConversationId, most: number): Promise<StoredWrapUpView[]> {
    return WRAP_UPS.all(this.database, [conversation, most]);
  }

  async loadWords({ conversation, epoch }: LaneOf, after: number, most: number): Promise<StoredWriting[]> {
    return WORDS.all(this.database, [conversation, epoch, after, most]);
  }

  /** The newest private word this person has had on screen; 0 for none. */
  async loadSeen({ conversation, epoch }: LaneOf, staff: StaffId): Promise<number> {
    return (await SEEN.first(this.database, [conversation, epoch, staff]))?.seq ?? 0;
  }

  async mayUseLane({ conversation, epoch }: LaneOf, staff: StaffId): Promise<boolean> {
    return finds(this.database, MAY_USE_LANE, [conversation, epoch, staff]);
  }

  async isReadingAlong(conversation: ConversationId, staff: StaffId): Promise<boolean> {
    return finds(
      this.database,
      'select 1 from observation where conversation_id = $1 and staff_id = $2 and ended_at is null',
      [conversation, staff],
    );
  }
}
