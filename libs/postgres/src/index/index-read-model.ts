import type { ConversationId, Instant, OfferId, ServiceId, StaffId } from '@warmline/kernel';
import type { Hold } from '@warmline/routing';
import type { Band } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, moment, optional, text, whole, type Columns } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery } from '../connection/row-query';
import { CARRIED_BY } from '../conversations/holding-store';

/** A conversation as the live index keeps it. `queued`: it waits, and nobody is asked to take it now. */
export interface StoredQueueEntry {
  readonly id: ConversationId;
  readonly service: ServiceId;
  readonly version: number;
  readonly queued: boolean;
  readonly band: Band;
  readonly enteredAt: Instant;
  /** Equal for visitors with equal needs: language, skills and topics. One queue of the index holds them. */
  readonly needs: string;
  readonly hold: Hold | null;
}

/** A member of staff as the live index keeps them. `askable`: available, and not asked already. */
export interface StoredIndexResponder {
  readonly id: StaffId;
  readonly service: ServiceId;
  readonly version: number;
  readonly askable: boolean;
  readonly freeSince: Instant;
  readonly standard: number;
  readonly answerFirst: number;
  readonly wrapUps: number;
  readonly capacity: number;
}

/** The language if the service offers it. All others count as one, or a visitor could make as many queues as there are words. */
const SPOKEN = `
  coalesce((select lower(split_part(l, '-', 1)) from service v, unnest(v.languages) l
    where v.id = c.service_id and lower(split_part(l, '-', 1)) = lower(split_part(c.language, '-', 1)) limit 1), '-')`;

const QUEUE = `
  select c.id, c.service_id as service, c.version, c.band, c.hold, ${ms('c.entered_at', 'enteredAt')},
    md5(concat_ws('|', ${SPOKEN},
      (select array_agg(w order by w) from unnest(c.wants) w)::text,
      '|', (select array_agg(t order by t) from unnest(c.topics) t)::text)) as needs,
    c.state = 'waiting' and c.hold is distinct from 'set_aside' and not exists (
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

const QUEUE_COLUMNS: Columns<StoredQueueEntry> = {
  id: known.conversation,
  service: known.service,
  version: whole,
  queued: flag,
  band: known.band,
  enteredAt: moment,
  needs: text,
  hold: optional(known.hold),
};

const RESPONDER_COLUMNS: Columns<StoredIndexResponder> = {
  id: known.staff,
  service: known.service,
  version: whole,
  askable: flag,
  freeSince: moment,
  standard: whole,
  answerFirst: whole,
  wrapUps: whole,
  capacity: whole,
};

const CONVERSATIONS_BY_ID = new RowQuery(
  QUEUE_COLUMNS,
  `${QUEUE} where c.id = any ($1::uuid[]) and c.service_id = $2`,
);
const CONVERSATIONS_WAITING = new RowQuery(
  QUEUE_COLUMNS,
  `${QUEUE} where c.state = 'waiting' and c.service_id = $1`,
);
const STAFF_BY_ID = new RowQuery(
  RESPONDER_COLUMNS,
  `${RESPONDERS} where s.id = any ($1::uuid[]) and s.service_id = $2 group by s.id`,
);
const STAFF = new RowQuery(RESPONDER_COLUMNS, `${RESPONDERS} where s.service_id = $1 group by s.id`);

const OVERDUE_OFFERS = new RowQuery<{ readonly id: OfferId }>(
  { id: known.offer },
  'select id from offer where service_id = $2 and outcome is null and expires_at <= clock_timestamp() order by expires_at limit $1',
);

const LEFT_QUICKLY = new RowQuery<{ readonly id: ConversationId }>(
  { id: known.conversation },
  `select id from conversation where service_id = $3 and state = 'talking' and visitor_left_at <= $1 and band > 1
     and not in_danger and coalesce(danger_lowered_by, step_closed_by) is null order by visitor_left_at, id limit $2`,
);

/** Reads from Postgres what the live index of one service in Redis should hold. */
export class IndexReadModel {
  constructor(
    private readonly database: Database,
    private readonly service: ServiceId,
  ) {}

  async loadConversations(ids: readonly string[]): Promise<StoredQueueEntry[]> {
    return ids.length === 0 ? [] : CONVERSATIONS_BY_ID.all(this.database, [ids, this.service]);
  }

  async loadStaff(ids: readonly string[]): Promise<StoredIndexResponder[]> {
    return ids.length === 0 ? [] : STAFF_BY_ID.all(this.database, [ids, this.service]);
  }

  /** Everything that belongs in an empty index. */
  async loadEverything(): Promise<{ conversations: StoredQueueEntry[]; staff: StoredIndexResponder[] }> {
    return {
      conversations: await CONVERSATIONS_WAITING.all(this.database, [this.service]),
      staff: await STAFF.all(this.database, [this.service]),
    };
  }

  /** Open offers that have expired, the oldest first. */
  async findOverdueOffers(limit: number): Promise<OfferId[]> {
    return (await OVERDUE_OFFERS.all(this.database, [limit, this.service])).map(({ id }) => id);
  }

  /** Open conversations that a timer may end, whose visitor left by quick exit before `before` (ms since 1970), the first first. */
  async findLeftQuickly(before: number, limit: number): Promise<ConversationId[]> {
    return (await LEFT_QUICKLY.all(this.database, [new Date(before), limit, this.service])).map(
      ({ id }) => id,
    );
  }

  /** The database's clock. */
  async now(): Promise<Instant> {
    return databaseNow(this.database);
  }
}
