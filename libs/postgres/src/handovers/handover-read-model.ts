import type { Candidate, Handover } from '@warmline/handover';
import type { ConversationId, HandoverId, ServiceId, StaffId } from '@warmline/kernel';
import type { Band, HandoverKind, HandoverReason } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';
import { CARRIED_BY } from '../conversations/holding-store';

/** Times in ms since 1970; names and the brief still sealed with their conversation's key. */
export interface StoredHandover {
  readonly id: HandoverId;
  readonly conversationId: ConversationId;
  readonly kind: HandoverKind;
  readonly state: Handover['state'];
  readonly reason: HandoverReason | null;
  readonly senderId: StaffId;
  readonly senderName: string;
  readonly receiverId: StaffId | null;
  readonly receiverName: string | null;
  readonly proposedById: StaffId;
  readonly proposedByName: string;
  readonly target: 'person' | 'skill' | 'queue';
  readonly targetStaffId: StaffId | null;
  readonly targetSkill: string | null;
  readonly mustLeave: boolean;
  readonly briefSealed: Buffer;
  readonly briefRead: boolean;
  readonly receiverHasWritten: boolean;
  readonly nameSealed: Buffer | null;
  readonly band: Band;
  readonly language: string;
  readonly proposedAt: number;
  readonly expiresAt: number | null;
}

/** A colleague as the sender chooses among them; load units. */
export interface StoredColleague extends Candidate {
  readonly name: string;
  readonly role: 'responder' | 'supervisor';
  readonly availability: 'available' | 'away';
  readonly beingAsked: boolean;
}

/** A handover that waits for somebody who could be asked. */
export interface UnaskedHandover {
  readonly id: HandoverId;
  readonly conversation: ConversationId;
}

/** A closed handover is told for a minute. */
const TOLD_FOR = `interval '1 minute'`;

const HANDOVERS = `
  select v.id, v.conversation_id as "conversationId", v.kind, v.state, v.reason,
    v.sender_id as "senderId", s.name as "senderName", v.receiver_id as "receiverId", r.name as "receiverName",
    v.proposed_by as "proposedById", p.name as "proposedByName",
    v.target, v.target_staff_id as "targetStaffId", v.target_skill as "targetSkill", v.must_leave as "mustLeave",
    v.brief_sealed as "briefSealed", v.brief_read_at is not null as "briefRead",
    v.passed_at is not null and coalesce(c.responder_message_at >= v.passed_at, false) as "receiverHasWritten",
    c.name_sealed as "nameSealed", c.band, c.language,
    ${ms('v.proposed_at', 'proposedAt')}, ${ms('v.expires_at', 'expiresAt')}
  from handover v
  join conversation c on c.id = v.conversation_id
  join staff s on s.id = v.sender_id
  join staff p on p.id = v.proposed_by
  left join staff r on r.id = v.receiver_id`;

const STILL_TOLD = `(v.closed_at is null or v.closed_at > clock_timestamp() - ${TOLD_FOR})`;

const OF_STAFF = `${HANDOVERS}
  where (v.sender_id = any ($1::uuid[]) or v.receiver_id = any ($1::uuid[])) and ${STILL_TOLD}
  order by v.proposed_at, v.id`;

const OPEN_FOR = `${HANDOVERS} where v.conversation_id = any ($1::uuid[]) and v.closed_at is null`;

const COLLEAGUES = `
  select s.id as staff, s.name, s.role, s.skills, s.availability, s.capacity, ${ms('s.free_since', 'freeSince')},
    exists (select 1 from offer o where o.staff_id = s.id and o.outcome is null)
      or exists (select 1 from handover a where a.receiver_id = s.id and a.state = 'offered') as "beingAsked",
    (select coalesce(sum(case when not x.open then 0.5 when x.band = 1 then 2 else 1 end), 0)::double precision
     from (${CARRIED_BY('s.id')}) x) as load
  from staff s where s.service_id = $1 and s.active and s.role <> 'administrator'
  order by s.name, s.id limit 500`;

/** Reads handovers, for desks, boards and whoever looks for the next step. */
export class HandoverReadModel {
  constructor(private readonly database: Database) {}

  /** What these people send or receive, closed ones for a minute. */
  async loadHandoversOfStaff(staff: readonly StaffId[]): Promise<StoredHandover[]> {
    return this.database.query(OF_STAFF, [staff]);
  }

  async loadHandoversOfService(service: ServiceId): Promise<StoredHandover[]> {
    return this.database.query(
      `${HANDOVERS} where v.service_id = $1 and ${STILL_TOLD} order by v.proposed_at, v.id limit 500`,
      [service],
    );
  }

  async findHandover(id: HandoverId): Promise<StoredHandover | null> {
    const [row]: StoredHandover[] = await this.database.query(`${HANDOVERS} where v.id = $1`, [id]);
    return row ?? null;
  }

  async findOpenHandover(conversation: ConversationId): Promise<StoredHandover | null> {
    const [row] = await this.findOpenHandovers([conversation]);
    return row ?? null;
  }

  /** The open ones of these. */
  async findOpenHandovers(conversations: readonly ConversationId[]): Promise<StoredHandover[]> {
    return conversations.length === 0 ? [] : this.database.query(OPEN_FOR, [conversations]);
  }

  /** The handover this person is being asked to take, if any. */
  async findOfferedTo(staff: StaffId): Promise<HandoverId | null> {
    const [row]: { id: HandoverId }[] = await this.database.query(
      `select id from handover where receiver_id = $1 and state = 'offered'`,
      [staff],
    );
    return row?.id ?? null;
  }

  /** Everyone of a service, with what they carry. */
  async colleagues(service: ServiceId): Promise<StoredColleague[]> {
    return this.database.query(COLLEAGUES, [service]);
  }

  /** Open handovers that ask nobody at this moment, the oldest first. */
  async findUnasked(service: ServiceId, limit: number): Promise<UnaskedHandover[]> {
    return this.database.query(
      `select id, conversation_id as conversation from handover
       where service_id = $1 and state = 'proposed' order by proposed_at, id limit $2`,
      [service, limit],
    );
  }

  /** Steps that lasted too long, and receivers whose console fell silent before they had control. */
  async findOverdue(limit: number): Promise<HandoverId[]> {
    const rows: { id: HandoverId }[] = await this.database.query(
      `select id from handover
       where closed_at is null
         and (expires_at <= clock_timestamp() or receiver_lease_until < clock_timestamp()) limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}
