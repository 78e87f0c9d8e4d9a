import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { EndingOutcome, EndReason, ResponderEndReason } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { bytes, flag, hexBytes, list, moment, optional, row, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept, isKeptById } from '../conversations/expiry';

/** The newest question about a holding that goes on. Words and names are still sealed. */
export interface StoredEndingRequest {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly nameSealed: Buffer | null;
  readonly askedById: StaffId;
  readonly askedByName: string;
  readonly reason: ResponderEndReason;
  readonly whySealed: Buffer;
  readonly askedAt: Instant;
  readonly outcome: EndingOutcome | null;
  readonly answeredByName: string | null;
  readonly wordSealed: Buffer | null;
  /** The visitor has written since it was asked. */
  readonly hasWritten: boolean;
  /** Who has had their last message on screen. */
  readonly readBy: readonly StaffId[];
}

/** A visitor who left in danger. */
export interface StoredDangerEnding {
  readonly conversation: ConversationId;
  readonly nameSealed: Buffer | null;
  readonly how: EndReason;
  readonly at: Instant;
  /** Who holds or held it last; null where nobody had taken them. */
  readonly responderName: string | null;
  /** Someone still holds it. */
  readonly isHeld: boolean;
}

export interface StoredEndings {
  readonly requests: readonly StoredEndingRequest[];
  /** What nobody has written up, the oldest first. */
  readonly toWriteUp: readonly StoredDangerEnding[];
  /** How many there are, also past those. */
  readonly toWriteUpInAll: number;
}

/** What was done about a visitor who left in danger. */
export interface StoredEndingNote {
  readonly id: string;
  readonly byName: string;
  readonly at: Instant;
  readonly wordsSealed: Buffer;
}

/** Rows read at once, at most. */
const MOST = 50;

/** Agreed ones are over with their holding; withdrawn ones are of no interest to anybody. */
const REQUESTS = `
  select distinct on (r.conversation_id) r.id, r.conversation_id as conversation, r.epoch,
    encode(c.name_sealed, 'hex') as "nameSealed", s.id as "askedById", s.name as "askedByName", r.reason,
    encode(r.why_sealed, 'hex') as "whySealed", ${ms('r.asked_at', 'askedAt')}, r.outcome, a.name as "answeredByName",
    encode(r.word_sealed, 'hex') as "wordSealed", c.visitor_messages > r.visitor_messages as "hasWritten",
    array(select w.staff_id from observation w where w.conversation_id = c.id
      and (w.ended_at is null or w.ended_at >= c.visitor_message_at)) as "readBy"
  from holding h join conversation c on c.id = h.conversation_id
  join ending_request r on r.conversation_id = h.conversation_id and r.epoch = h.epoch
  join staff s on s.id = r.asked_by left join staff a on a.id = r.closed_by
  where c.service_id = $1 and c.state = 'talking' and h.ended_at is null
  order by r.conversation_id, r.asked_at desc`;

const TO_WRITE_UP = `
  select d.conversation_id as conversation, encode(c.name_sealed, 'hex') as "nameSealed", d.how, ${ms('d.at', 'at')},
    (select s.name from holding h join staff s on s.id = h.staff_id where h.conversation_id = c.id
      order by h.epoch desc limit 1) as "responderName", c.state = 'talking' as "isHeld"
  from danger_ending d join conversation c on c.id = d.conversation_id
  where d.service_id = $1 and d.written_at is null and ${isKept('c')} order by d.at, d.conversation_id limit ${MOST}`;

const request = row<StoredEndingRequest>({
  id: text,
  conversation: known.conversation,
  epoch: whole,
  nameSealed: optional(hexBytes),
  askedById: known.staff,
  askedByName: text,
  reason: known.responderEndReason,
  whySealed: hexBytes,
  askedAt: moment,
  outcome: optional(known.endingOutcome),
  answeredByName: optional(text),
  wordSealed: optional(hexBytes),
  hasWritten: flag,
  readBy: list(known.staff),
});

const dangerEnding = row<StoredDangerEnding>({
  conversation: known.conversation,
  nameSealed: optional(hexBytes),
  how: known.endReason,
  at: moment,
  responderName: optional(text),
  isHeld: flag,
});

const ENDINGS = new RowQuery<StoredEndings>(
  { requests: list(request), toWriteUp: list(dangerEnding), toWriteUpInAll: whole },
  `
  select coalesce((select json_agg(r order by r."askedAt", r.id) from (${REQUESTS}) r where r.outcome is distinct from 'withdrawn'), '[]') as requests,
    case when $2::boolean then coalesce((select json_agg(d) from (${TO_WRITE_UP}) d), '[]') else '[]' end as "toWriteUp",
    case when $2::boolean then (select count(*)::integer from danger_ending d where d.service_id = $1 and d.written_at is null
      and ${isKeptById('d.conversation_id')})
      else 0 end as "toWriteUpInAll"`,
);

const NOTES = new RowQuery<StoredEndingNote>(
  { id: text, byName: text, at: moment, wordsSealed: bytes },
  `
  select n.id, s.name as "byName", ${ms('n.at', 'at')}, n.words_sealed as "wordsSealed"
  from danger_ending_note n join danger_ending d on d.conversation_id = n.conversation_id join staff s on s.id = n.written_by
  where n.conversation_id = $1 and d.service_id = $2 and ${isKeptById('$1')} order by n.at, n.id`,
);

/** Reads which ends are asked for, and who left in danger. The desk, the alarms and the live view show it. */
export class EndingReadModel {
  constructor(private readonly database: Database) {}

  /** `hasSupervisors`: a supervisor is among the readers. Only supervisors see who left in danger. */
  async loadEndings(service: ServiceId, hasSupervisors: boolean): Promise<StoredEndings> {
    return ENDINGS.one(this.database, [service, hasSupervisors]);
  }

  /** What was written about it, the oldest first. */
  async loadNotes(conversation: ConversationId, service: ServiceId): Promise<StoredEndingNote[]> {
    return NOTES.all(this.database, [conversation, service]);
  }
}
