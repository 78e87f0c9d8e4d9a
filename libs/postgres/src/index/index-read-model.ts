import type { ConversationId, OfferId, ServiceId, StaffId } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';
import { CARRIED_BY } from '../conversations/holding-store';

/** A conversation as the live index keeps it. `queued`: waiting, and nobody is asked to take it at this moment. */
export interface StoredQueueEntry {
  readonly id: ConversationId;
  readonly service: ServiceId;
  readonly version: number;
  readonly queued: boolean;
  readonly band: Band;
  readonly enteredAt: number;
  /** The same for all who ask for the same: language, wishes and what they wrote of. */
  readonly line: string;
}

/** A member of staff as the live index keeps them. `askable`: chose to be available, and is not being asked already. */
export interface StoredIndexResponder {
  readonly id: StaffId;
  readonly service: ServiceId;
  readonly version: number;
  readonly askable: boolean;
  readonly freeSince: number;
  readonly standard: number;
  readonly answerFirst: number;
  readonly wrapUps: number;
  readonly capacity: number;
}

export interface OutboxRow {
  readonly id: string;
  readonly kind: 'conversation' | 'staff';
  readonly subject: string;
  readonly service: ServiceId;
}

/** The language as the service offers it. All it does not offer are one, or anybody could make as many lines as there are words. */
const SPOKEN = `
  coalesce((select lower(split_part(l, '-', 1)) from service v, unnest(v.languages) l
    where v.id = c.service_id and lower(split_part(l, '-', 1)) = lower(split_part(c.language, '-', 1)) limit 1), '-')`;

const QUEUE = `
  select c.id, c.service_id as service, c.version, c.band, ${ms('c.entered_at', 'enteredAt')},
    md5(concat_ws('|', ${SPOKEN},
      (select array_agg(w order by w) from unnest(c.wants) w)::text,
      '|', (select array_agg(t order by t) from unnest(c.topics) t)::text)) as line,
    c.state = 'waiting' and not exists (
      select 1 from offer o where o.conversation_id = c.id and o.outcome is null) and not exists (
      select 1 from handover v where v.conversation_id = c.id and v.state = 'offered') as queued
  from conversation c`;

const RESPONDERS = `
  select s.id, s.service_id as service, s.version, s.capacity, ${ms('s.free_since', 'freeSince')},
    s.availability = 'available' and not exists (
      select 1 from offer o where o.staff_id = s.id and o.outcome is null) and not exists (
      select 1 from handover v where v.receiver_id = s.id and v.state = 'offered') as askable,
    count(*) filter (where x.open and x.band > 1)::integer as standard,
    count(*) filter (where x.open and x.band = 1)::integer as "answerFirst",
    count(*) filter (where not x.open)::integer as "wrapUps"
  from staff s left join lateral (${CARRIED_BY('s.id')}) x on true`;

/** Reads from the truth what the live index should hold. */
export class IndexReadModel {
  constructor(private readonly database: Database) {}

  async loadConversations(ids: readonly string[]): Promise<StoredQueueEntry[]> {
    return ids.length === 0 ? [] : this.database.query(`${QUEUE} where c.id = any ($1::uuid[])`, [ids]);
  }

  async loadStaff(ids: readonly string[]): Promise<StoredIndexResponder[]> {
    return ids.length === 0
      ? []
      : this.database.query(`${RESPONDERS} where s.id = any ($1::uuid[]) group by s.id`, [ids]);
  }

  /** Everything that belongs in an empty index. */
  async loadEverything(): Promise<{ conversations: StoredQueueEntry[]; staff: StoredIndexResponder[] }> {
    return {
      conversations: await this.database.query(`${QUEUE} where c.state = 'waiting'`),
      staff: await this.database.query(`${RESPONDERS} group by s.id`),
    };
  }

  /** Open offers that ran out, the oldest first. */
  async findOverdueOffers(limit: number): Promise<OfferId[]> {
    const rows: { id: OfferId }[] = await this.database.query(
      `select id from offer where outcome is null and expires_at <= clock_timestamp() order by expires_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Conversations left by quick exit before `before` (ms) and still open. */
  async findLeftQuickly(before: number, limit: number): Promise<ConversationId[]> {
    const rows: { id: ConversationId }[] = await this.database.query(
      `select id from conversation where state = 'talking' and visitor_left_at <= $1 and band > 1 limit $2`,
      [new Date(before), limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The database's clock, ms since 1970. */
  async now(): Promise<number> {
    const [row]: [{ now: number }] = await this.database.query(`select ${ms('clock_timestamp()', 'now')}`);
    return row.now;
  }
}
