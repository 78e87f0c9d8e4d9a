import { instant, type ConversationId, type OfferId, type StaffId } from '@warmline/kernel';
import type { Band, EndReason } from '@warmline/vocabulary';
import { HANDOVER_BEFORE_END } from '@warmline/wellbeing';
import type { Database } from '../connection/database';
import type { StaffRow } from '../setup/service-tables';

/** Times in ms since 1970; names still sealed with their conversation's key. */
export interface StoredOffer {
  readonly id: OfferId;
  readonly conversationId: ConversationId;
  readonly band: Band;
  readonly language: string;
  readonly enteredAt: number;
  readonly expiresAt: number;
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
  readonly language: string;
  readonly joinedAt: number;
  readonly endedAt: number | null;
  readonly endReason: EndReason | null;
  readonly head: number;
  readonly visitorSeen: number;
  readonly responderSeen: number;
  readonly lastVisitorMessageAt: number | null;
  readonly lastResponderMessageAt: number | null;
  readonly observers: readonly string[];
  readonly handovers: number;
  readonly handoverDue: boolean;
}

export interface StoredDesk {
  readonly now: number;
  readonly me: Pick<StaffRow, 'id' | 'name' | 'role' | 'availability' | 'capacity' | 'shiftEndsAt'>;
  readonly offer: StoredOffer | null;
  readonly caseload: readonly StoredCaseloadItem[];
}

/** A conversation on the desks of these people. */
export interface DeskedConversation {
  readonly id: ConversationId;
  readonly head: number;
  readonly staff: readonly StaffId[];
}

/** Milliseconds of a timestamptz, as a number in JavaScript. */
export const ms = (column: string, as: string): string =>
  `(extract(epoch from ${column}) * 1000)::double precision as "${as}"`;

const OPEN_OFFER = `
  select o.id, o.conversation_id as "conversationId", c.band, c.language, c.visitor_messages as messages,
    c.topics, o.surge, ${ms('c.entered_at', 'enteredAt')}, ${ms('o.expires_at', 'expiresAt')}
  from offer o join conversation c on c.id = o.conversation_id
  where o.staff_id = me.id and o.outcome is null and o.expires_at > clock_timestamp()`;

export const OBSERVERS = `
  array(select s.name from observation w join staff s on s.id = w.staff_id
        where w.conversation_id = c.id and w.ended_at is null order by w.began_at) as observers`;

/** How often a conversation \`c\` has been handed over. */
export const HANDED_OVER = `
  (select count(*)::integer from handover v where v.conversation_id = c.id and v.passed_at is not null) as handovers`;

/** Only once is a conversation handed over because a shift ends; $2 is how long before, in ms. */
const HANDOVER_DUE = `
  h.ended_at is null and coalesce(s.shift_ends_at < clock_timestamp() + $2 * interval '1 millisecond', false)
    and not exists (select 1 from handover v where v.conversation_id = c.id
      and (v.closed_at is null or (v.must_leave and v.passed_at is not null))) as "handoverDue"`;

const CASELOAD = `
  select h.conversation_id as "conversationId", h.epoch, encode(c.name_sealed, 'hex') as "nameSealed", c.band, c.language,
    case when h.ended_at is null then 'talking' else 'wrap_up' end as state,
    ${ms('h.began_at', 'joinedAt')}, ${ms('h.ended_at', 'endedAt')}, c.end_reason as "endReason", c.last_seq as head,
    c.visitor_seen as "visitorSeen", c.responder_seen as "responderSeen",
    ${ms('c.visitor_message_at', 'lastVisitorMessageAt')}, ${ms('c.responder_message_at', 'lastResponderMessageAt')},
    ${OBSERVERS}, ${HANDED_OVER}, ${HANDOVER_DUE}
  from holding h join conversation c on c.id = h.conversation_id join staff s on s.id = h.staff_id
  where h.staff_id = me.id and h.wrapped_up_at is null`;

/** One statement, so one snapshot and one round trip: desks are read more often than anything but timelines. */
const DESKS = `
  select me.id, me.name, me.role, me.availability, me.capacity,
    ${ms('me.shift_ends_at', 'shiftEndsAt')}, ${ms('clock_timestamp()', 'now')},
    (select to_json(o) from (${OPEN_OFFER}) o) as offer,
    coalesce((select json_agg(i order by i."joinedAt", i."conversationId") from (${CASELOAD}) i), '[]') as caseload
  from staff me where me.id = any ($1::uuid[])`;

const BEARING = `
  select c.id, c.last_seq as head, array(
    select staff_id from holding where conversation_id = c.id and wrapped_up_at is null
    union select staff_id from offer where conversation_id = c.id and outcome is null
    union select sender_id from handover where conversation_id = c.id and closed_at is null
    union select receiver_id from handover
      where conversation_id = c.id and closed_at is null and receiver_id is not null) as staff
  from conversation c where c.id = any ($1::uuid[])`;

const HELD =
  'select conversation_id as id from holding where staff_id = any ($1::uuid[]) and ended_at is null';

type CaseloadRow = Omit<StoredCaseloadItem, 'nameSealed'> & { readonly nameSealed: string | null };
type DeskRow = Omit<StoredDesk['me'], 'shiftEndsAt'> & {
  readonly shiftEndsAt: number | null;
  readonly now: number;
  readonly offer: StoredOffer | null;
  readonly caseload: readonly CaseloadRow[];
};

const inBytes = ({ nameSealed, ...item }: CaseloadRow): StoredCaseloadItem => ({
  ...item,
  nameSealed: nameSealed === null ? null : Buffer.from(nameSealed, 'hex'),
});

export class DeskReadModel {
  constructor(private readonly database: Database) {}

  /** Everything these people's screens need beside the timelines, of one snapshot; unknown people are left out. */
  async loadDesks(staff: readonly StaffId[]): Promise<StoredDesk[]> {
    const rows: DeskRow[] = await this.database.query(DESKS, [staff, HANDOVER_BEFORE_END]);
    return rows.map(({ now, offer, caseload, shiftEndsAt, ...me }) => ({
      now,
      me: { ...me, shiftEndsAt: shiftEndsAt === null ? null : instant(Math.floor(shiftEndsAt)) },
      offer,
      caseload: caseload.map(inBytes),
    }));
  }

  /** How far each of these has grown, and who has it on their desk: its holder, a side of its handover, whoever is asked. */
  async findDeskedConversations(conversations: readonly ConversationId[]): Promise<DeskedConversation[]> {
    return conversations.length === 0 ? [] : this.database.query(BEARING, [conversations]);
  }

  /** Conversations these people hold now. */
  async findHeldBy(staff: readonly StaffId[]): Promise<ConversationId[]> {
    if (staff.length === 0) return [];
    const rows: { id: ConversationId }[] = await this.database.query(HELD, [staff]);
    return rows.map(({ id }) => id);
  }
}
