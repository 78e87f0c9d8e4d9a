import type { Handover } from '@warmline/handover';
import type { ConversationId, HandoverId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import { FIRST_REVIEWED } from '@warmline/quality';
import type { Band, HandoverKind, HandoverReason } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import {
  bytes,
  flag,
  list,
  moment,
  oneOf,
  optional,
  text,
  whole,
  type Columns,
} from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import { SAFETY, storedSafety, type StoredSafety } from '../conversations/stored-safety';

/** Names and the brief are still sealed with their conversation's key. */
export interface StoredHandover {
  readonly id: HandoverId;
  readonly serviceId: ServiceId;
  readonly conversationId: ConversationId;
  readonly kind: HandoverKind;
  readonly state: Handover['state'];
  readonly reason: HandoverReason | null;
  readonly senderId: StaffId;
  readonly senderName: string;
  /** The name the visitor sees. */
  readonly senderAlias: string;
  /** How many conversations they have held, where that is still one of their first; null for others. */
  readonly senderHeld: number | null;
  readonly receiverId: StaffId | null;
  readonly receiverName: string | null;
  readonly receiverAlias: string | null;
  readonly proposedById: StaffId;
  readonly proposedByName: string;
  readonly target: 'person' | 'skill' | 'queue';
  readonly targetStaffId: StaffId | null;
  readonly targetSkill: string | null;
  readonly mustLeave: boolean;
  readonly briefSealed: Buffer;
  readonly briefRead: boolean;
  /** Who was sent the brief, apart from its author. */
  readonly shownTo: readonly StaffId[];
  readonly receiverHasWritten: boolean;
  readonly nameSealed: Buffer | null;
  readonly band: Band;
  readonly safety: StoredSafety;
  readonly language: string;
  readonly proposedAt: Instant;
  readonly expiresAt: Instant | null;
}

/** An open handover that nobody is asked to take. */
export interface UnaskedHandover {
  readonly id: HandoverId;
  readonly conversation: ConversationId;
}

/** A closed handover is shown for a minute. */
const SHOWN_FOR = `interval '1 minute'`;

const HANDOVERS = `
  select v.id, v.service_id as "serviceId", v.conversation_id as "conversationId", v.kind, v.state, v.reason,
    v.sender_id as "senderId", s.name as "senderName", s.alias as "senderAlias",
    case when s.role = 'responder' and s.conversations_held between 1 and ${FIRST_REVIEWED} then s.conversations_held end as "senderHeld",
    v.receiver_id as "receiverId", r.name as "receiverName", r.alias as "receiverAlias",
    v.proposed_by as "proposedById", p.name as "proposedByName",
    v.target, v.target_staff_id as "targetStaffId", v.target_skill as "targetSkill", v.must_leave as "mustLeave",
    v.brief_sealed as "briefSealed", v.brief_read_at is not null as "briefRead",
    array(select w.staff_id from brief_shown w where w.handover_id = v.id) as "shownTo",
    v.passed_at is not null and coalesce(c.responder_message_at >= v.passed_at, false) as "receiverHasWritten",
    c.name_sealed as "nameSealed", c.band, c.language, ${SAFETY},
    ${ms('v.proposed_at', 'proposedAt')}, ${ms('v.expires_at', 'expiresAt')}
  from handover v
  join conversation c on c.id = v.conversation_id and ${isKept('c')}
  join staff s on s.id = v.sender_id
  join staff p on p.id = v.proposed_by
  left join staff r on r.id = v.receiver_id`;

/** Ids of handovers that are still shown: two searches, each along the index of this column. */
export const stillShown = (isWhose: string): string => `
    select x.id from handover x where ${isWhose} and x.closed_at is null
    union all
    select x.id from handover x where ${isWhose} and x.closed_at > statement_timestamp() - ${SHOWN_FOR}`;

const COLUMNS: Columns<StoredHandover> = {
  id: known.handover,
  serviceId: known.service,
  conversationId: known.conversation,
  kind: oneOf<HandoverKind>({ warm: true, cold: true }),
  state: oneOf<Handover['state']>({
    proposed: true,
    offered: true,
    visitor_asked: true,
    joined: true,
    control_passed: true,
    left: true,
    declined: true,
    expired: true,
    visitor_said_no: true,
    cancelled: true,
  }),
  reason: optional(
    oneOf<HandoverReason>({
      withdrawn: true,
      nobody_free: true,
      not_answered: true,
      visitor_silent: true,
      sender_lost: true,
      receiver_lost: true,
      taken_over: true,
      conversation_ended: true,
    }),
  ),
  senderId: known.staff,
  senderName: text,
  senderAlias: text,
  senderHeld: optional(whole),
  receiverId: optional(known.staff),
  receiverName: optional(text),
  receiverAlias: optional(text),
  proposedById: known.staff,
  proposedByName: text,
  target: oneOf<StoredHandover['target']>({ person: true, skill: true, queue: true }),
  targetStaffId: optional(known.staff),
  targetSkill: optional(text),
  mustLeave: flag,
  briefSealed: bytes,
  briefRead: flag,
  shownTo: list(known.staff),
  receiverHasWritten: flag,
  nameSealed: optional(bytes),
  band: known.band,
  safety: storedSafety,
  language: text,
  proposedAt: moment,
  expiresAt: optional(moment),
};

const OF_STAFF = new RowQuery(
  COLUMNS,
  `${HANDOVERS}
  where v.id in (
    ${stillShown('x.sender_id = any ($1::uuid[])')}
    union all ${stillShown('x.receiver_id = any ($1::uuid[])')}
  )
  order by v.proposed_at, v.id`,
);

const OF_SERVICE = new RowQuery(
  COLUMNS,
  `${HANDOVERS} where v.id in (${stillShown('x.service_id = $1')}) order by v.proposed_at, v.id limit 500`,
);

const BY_ID = new RowQuery(COLUMNS, `${HANDOVERS} where v.id = $1`);

const OPEN_FOR = new RowQuery(
  COLUMNS,
  `${HANDOVERS} where v.conversation_id = any ($1::uuid[]) and v.closed_at is null`,
);

const ID = { id: known.handover };

const OFFERED_TO = new RowQuery(ID, `select id from handover where receiver_id = $1 and state = 'offered'`);

const UNASKED = new RowQuery<UnaskedHandover>(
  { id: known.handover, conversation: known.conversation },
  `
  select id, conversation_id as conversation from handover
  where service_id = $1 and state = 'proposed' order by proposed_at, id limit $2`,
);

const OVERDUE = new RowQuery(
  ID,
  `
  select id from handover
  where service_id = $2 and closed_at is null
    and (expires_at <= clock_timestamp() or receiver_lease_until < clock_timestamp()) limit $1`,
);

/** Reads handovers for desks, the live view and the worker that looks for the next step. */
export class HandoverReadModel {
  constructor(private readonly database: Database) {}

  /** What these people send or receive; closed handovers for a minute. */
  async loadHandoversOfStaff(staff: readonly StaffId[]): Promise<StoredHandover[]> {
    return OF_STAFF.all(this.database, [staff]);
  }

  /** All of a service; closed handovers for a minute. */
  async loadHandoversOfService(service: ServiceId): Promise<StoredHandover[]> {
    return OF_SERVICE.all(this.database, [service]);
  }

  async findHandover(id: HandoverId): Promise<StoredHandover | null> {
    return BY_ID.first(this.database, [id]);
  }

  async findOpenHandover(conversation: ConversationId): Promise<StoredHandover | null> {
    const [found] = await this.findOpenHandovers([conversation]);
    return found ?? null;
  }

  /** The open handovers of these conversations. */
  async findOpenHandovers(conversations: readonly ConversationId[]): Promise<StoredHandover[]> {
    return conversations.length === 0 ? [] : OPEN_FOR.all(this.database, [conversations]);
  }

  /** The handover this person is asked to take, if any. */
  async findOfferedTo(staff: StaffId): Promise<HandoverId | null> {
    return (await OFFERED_TO.first(this.database, [staff]))?.id ?? null;
  }

  /** Open handovers that nobody is asked to take, the oldest first. */
  async findUnasked(service: ServiceId, limit: number): Promise<UnaskedHandover[]> {
    return UNASKED.all(this.database, [service, limit]);
  }

  /** Handovers whose step took too long, or whose receiver's console stopped answering before they had control. */
  async findOverdue(service: ServiceId, limit: number): Promise<HandoverId[]> {
    return (await OVERDUE.all(this.database, [limit, service])).map(({ id }) => id);
  }
}
