import type { ConversationId, Instant, OfferId, StaffId } from '@warmline/kernel';
import type { Band, EndReason } from '@warmline/vocabulary';
import { HANDOVER_BEFORE_END } from '@warmline/wellbeing';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, hexBytes, list, moment, oneOf, optional, row, text, whole } from '../connection/parse-rows';
import { milliseconds, ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import { SAFETY, storedSafety, type StoredSafety } from '../conversations/stored-safety';
import type { StaffRow } from '../setup/service-tables';

/** Names are still sealed with their conversation's key. */
export interface StoredOffer {
  readonly id: OfferId;
  readonly conversationId: ConversationId;
  readonly band: Band;
  readonly safety: StoredSafety;
  readonly language: string;
  readonly enteredAt: Instant;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly messages: number;
  readonly topics: readonly string[];
  readonly surge: boolean;
}

export interface StoredCaseloadItem {
  readonly conversationId: ConversationId;
  readonly epoch: number;
  readonly state: 'talking' | 'wrap_up';
  readonly nameSealed: Buffer | null;
  readonly band: Band;
  readonly safety: StoredSafety;
  readonly language: string;
  readonly joinedAt: Instant;
  readonly talkingSince: Instant;
  readonly endedAt: Instant | null;
  readonly endReason: EndReason | null;
  readonly head: number;
  readonly visitorSeen: number;
  readonly responderSeen: number;
  readonly lastVisitorMessageAt: Instant | null;
  readonly lastResponderMessageAt: Instant | null;
  readonly observers: readonly string[];
  readonly handovers: number;
  readonly handoverDue: boolean;
}

export interface StoredDesk {
  readonly now: Instant;
  readonly me: Pick<StaffRow, 'id' | 'name' | 'role' | 'availability' | 'capacity' | 'shiftEndsAt'>;
  readonly offer: StoredOffer | null;
  readonly caseload: readonly StoredCaseloadItem[];
  /** Feedback on their work that they have not opened yet. */
  readonly newFeedback: number;
}

/** A conversation, and whose desks show it. */
export interface DeskedConversation {
  readonly id: ConversationId;
  readonly head: number;
  readonly staff: readonly StaffId[];
}

const OPEN_OFFER = `
  select o.id, o.conversation_id as "conversationId", c.band, c.language, c.visitor_messages as messages,
    c.topics, o.surge, ${SAFETY}, ${ms('c.entered_at', 'enteredAt')}, ${ms('o.made_at', 'madeAt')},
    ${ms('o.expires_at', 'expiresAt')}
  from offer o join conversation c on c.id = o.conversation_id
  where o.staff_id = me.id and o.outcome is null and o.expires_at > clock_timestamp()`;

export const OBSERVERS = `
  array(select s.name from observation w join staff s on s.id = w.staff_id
        where w.conversation_id = c.id and w.ended_at is null order by w.began_at) as observers`;

/** How often the conversation `c` was handed over. */
export const HANDED_OVER = `
  (select count(*)::integer from handover v where v.conversation_id = c.id and v.passed_at is not null) as handovers`;

/** When the first holder of the conversation `c` joined. */
const TALKING_SINCE = `
  (select ${milliseconds('min(f.began_at)')} from holding f where f.conversation_id = c.id) as "talkingSince"`;

/** A conversation is handed over once because a shift ends; $2 is how long before that (ms). */
const HANDOVER_DUE = `
  h.ended_at is null and coalesce(s.shift_ends_at < clock_timestamp() + $2 * interval '1 millisecond', false)
    and not exists (select 1 from handover v where v.conversation_id = c.id
      and (v.closed_at is null or (v.must_leave and v.passed_at is not null))) as "handoverDue"`;

const CASELOAD = `
  select h.conversation_id as "conversationId", h.epoch, encode(c.name_sealed, 'hex') as "nameSealed", c.band, c.language,
    case when h.ended_at is null then 'talking' else 'wrap_up' end as state,
    ${ms('h.began_at', 'joinedAt')}, ${TALKING_SINCE}, ${ms('h.ended_at', 'endedAt')}, c.end_reason as "endReason", c.last_seq as head,
    c.visitor_seen as "visitorSeen", c.responder_seen as "responderSeen",
    ${ms('c.visitor_message_at', 'lastVisitorMessageAt')}, ${ms('c.responder_message_at', 'lastResponderMessageAt')},
    ${SAFETY}, ${OBSERVERS}, ${HANDED_OVER}, ${HANDOVER_DUE}
  from holding h join conversation c on c.id = h.conversation_id join staff s on s.id = h.staff_id
  where h.staff_id = me.id and h.wrapped_up_at is null and ${isKept('c')}`;

const NEW_FEEDBACK = `
  (select count(*)::integer from review r join conversation c on c.id = r.conversation_id
   where r.responder_id = me.id and r.given_at is not null and r.rater = 'first' and r.read_at is null and ${isKept('c')}) as "newFeedback"`;

const openOffer = row<StoredOffer>({
  id: known.offer,
  conversationId: known.conversation,
  band: known.band,
  safety: storedSafety,
  language: text,
  enteredAt: moment,
  madeAt: moment,
  expiresAt: moment,
  messages: whole,
  topics: list(text),
  surge: flag,
});

const caseloadItem = row<StoredCaseloadItem>({
  conversationId: known.conversation,
  epoch: whole,
  state: oneOf({ talking: true, wrap_up: true }),
  nameSealed: optional(hexBytes),
  band: known.band,
  safety: storedSafety,
  language: text,
  joinedAt: moment,
  talkingSince: moment,
  endedAt: optional(moment),
  endReason: optional(known.endReason),
  head: whole,
  visitorSeen: whole,
  responderSeen: whole,
  lastVisitorMessageAt: optional(moment),
  lastResponderMessageAt: optional(moment),
  observers: list(text),
  handovers: whole,
  handoverDue: flag,
});

type DeskRow = StoredDesk['me'] & Omit<StoredDesk, 'me'>;

/** One statement, so one snapshot and one round trip: desks are read more often than anything but timelines. */
const DESKS = new RowQuery<DeskRow>(
  {
    id: known.staff,
    name: text,
    role: known.role,
    availability: known.availability,
    capacity: whole,
    shiftEndsAt: optional(moment),
    now: moment,
    offer: optional(openOffer),
    caseload: list(caseloadItem),
    newFeedback: whole,
  },
  `
  select me.id, me.name, me.role, me.availability, me.capacity,
    ${ms('me.shift_ends_at', 'shiftEndsAt')}, ${ms('clock_timestamp()', 'now')},
    (select to_json(o) from (${OPEN_OFFER}) o) as offer,
    coalesce((select json_agg(i order by i."joinedAt", i."conversationId") from (${CASELOAD}) i), '[]') as caseload, ${NEW_FEEDBACK}
  from staff me where me.id = any ($1::uuid[])`,
);

const DESKED = new RowQuery<DeskedConversation>(
  { id: known.conversation, head: whole, staff: list(known.staff) },
  `
  select c.id, c.last_seq as head, array(
    select staff_id from holding where conversation_id = c.id and wrapped_up_at is null
    union select staff_id from offer where conversation_id = c.id and outcome is null
    union select sender_id from handover where conversation_id = c.id and closed_at is null
    union select receiver_id from handover
      where conversation_id = c.id and closed_at is null and receiver_id is not null) as staff
  from conversation c where c.id = any ($1::uuid[])`,
);

const HELD = new RowQuery<{ readonly id: ConversationId }>(
  { id: known.conversation },
  'select conversation_id as id from holding where staff_id = any ($1::uuid[]) and ended_at is null',
);

/** Reads what a responder's desk shows beside the timelines. */
export class DeskReadModel {
  constructor(private readonly database: Database) {}

  /** The desks of these people, all from one snapshot; people who do not exist are left out. */
  async loadDesks(staff: readonly StaffId[]): Promise<StoredDesk[]> {
    const rows = await DESKS.all(this.database, [staff, HANDOVER_BEFORE_END]);
    return rows.map(({ now, offer, caseload, newFeedback, ...me }) => ({
      now,
      me,
      offer,
      caseload,
      newFeedback,
    }));
  }

  /** How far each conversation has grown, and whose desk shows it: its holder, both sides of its handover, and who is offered it. */
  async findDeskedConversations(conversations: readonly ConversationId[]): Promise<DeskedConversation[]> {
    return conversations.length === 0 ? [] : DESKED.all(this.database, [conversations]);
  }

  /** Conversations these people hold now. */
  async findHeldBy(staff: readonly StaffId[]): Promise<ConversationId[]> {
    if (staff.length === 0) return [];
    return (await HELD.all(this.database, [staff])).map(({ id }) => id);
  }
}
