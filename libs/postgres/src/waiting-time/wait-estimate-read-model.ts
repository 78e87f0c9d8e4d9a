import type { ConversationId, Instant, ServiceId } from '@warmline/kernel';
import type { Hold, QueueEntry } from '@warmline/routing';
import type { Band } from '@warmline/vocabulary';
import type {
  AskedFor,
  LeftTombstone,
  Observed,
  PlannedSlots,
  WaitOutcome,
  WaitEstimate,
} from '@warmline/waiting-time';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, moment, number, optional, whole } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery } from '../connection/row-query';
import { toldEstimate } from './parse-told-estimate';

/** What a waiting visitor was last told. */
export interface ToldEstimate {
  readonly said: WaitEstimate;
  /** Minutes, 0 for more than an hour; null for no number. */
  readonly shown: number | null;
  readonly isLate: boolean;
  readonly at: Instant;
}

/** A waiting visitor, present or away. */
export interface StoredWait extends QueueEntry {
  /** Someone is offered them now. */
  readonly isAsked: boolean;
  /** Null while they were told nothing in this wait. */
  readonly told: ToldEstimate | null;
}

/** Whether a waiting visitor's page shows a number, and which. */
export interface ShownWait {
  readonly conversation: ConversationId;
  readonly shown: number | null;
  readonly isLate: boolean;
  /** They were told that nobody is on. */
  readonly isNobodyOn: boolean;
}

/** What waits are estimated without. */
type Needs = 'language' | 'wants' | 'topics';

interface WaitRow {
  readonly conversation: ConversationId;
  readonly band: Band;
  readonly hold: Hold | null;
  readonly enteredAt: Instant;
  readonly isAsked: boolean;
  readonly said: WaitEstimate | null;
  readonly shown: number | null;
  readonly isLate: boolean | null;
  readonly toldAt: Instant | null;
}

const WAITS = new RowQuery<WaitRow>(
  {
    conversation: known.conversation,
    band: known.band,
    hold: optional(known.hold),
    enteredAt: moment,
    isAsked: flag,
    said: optional(toldEstimate),
    shown: optional(whole),
    isLate: optional(flag),
    toldAt: optional(moment),
  },
  `
  select c.id as conversation, c.band, c.hold, ${ms('c.entered_at', 'enteredAt')},
    exists (select 1 from offer o where o.conversation_id = c.id and o.outcome is null) as "isAsked",
    p.said, p.shown, p.is_late as "isLate", ${ms('p.told_at', 'toldAt')}
  from conversation c
  left join wait_estimate p on p.conversation_id = c.id and p.waiting_since = c.waiting_since
  where c.service_id = $1 and c.state = 'waiting' and c.hold is distinct from 'set_aside'`,
);

/** Visitors who left by themselves. Those who were turned away would never have been taken. */
const STONES = new RowQuery<Omit<LeftTombstone, Needs>>(
  {
    conversation: known.conversation,
    band: known.band,
    hold: optional(known.hold),
    raw: number,
    enteredAt: moment,
    waitingSince: moment,
    leftAt: moment,
  },
  `
  select p.conversation_id as conversation, p.band, c.hold, p.raw, ${ms('c.entered_at', 'enteredAt')},
    ${ms('p.waiting_since', 'waitingSince')}, ${ms('c.ended_at', 'leftAt')}
  from wait_estimate p join conversation c on c.id = p.conversation_id
  where p.service_id = $1 and c.state = 'ended'
    and coalesce(c.end_reason, '') not in ('turned_away', 'nobody_on', 'service_stopped')`,
);

/** Visitors for whom an offer was made since the first of the others left. */
const ASKED = new RowQuery<Omit<AskedFor, Needs | 'hold'>>(
  { conversation: known.conversation, band: known.band, enteredAt: moment, at: moment },
  `
  select c.id as conversation, c.band, ${ms('c.entered_at', 'enteredAt')}, ${ms('o.made_at', 'at')}
  from offer o join conversation c on c.id = o.conversation_id
  where o.service_id = $1 and o.made_at >= $2 order by o.made_at limit 2000`,
);

/** The latest outcomes of each band that a calibration uses. */
const OUTCOMES = new RowQuery<WaitOutcome>(
  { band: known.band, raw: number, trueWait: number },
  `
  select o.band, o.raw, o.true_wait as "trueWait" from (values (1), (2), (3)) as b(band)
  cross join lateral (select * from wait_outcome x
    where x.service_id = $1 and x.band = b.band order by x.at desc limit 600) o
  order by o.at`,
);

/** Arrivals of the last hour, and of this hour of the day on the same weekday of up to four weeks before. */
const ARRIVALS = new RowQuery(
  { minutes: number, first: whole, second: whole, third: whole },
  `
  with first as (
    select coalesce(extract(epoch from clock_timestamp() - min(entered_at)) / 60, 0)::double precision as minutes
    from conversation where service_id = $1
  ), windows as (
    select clock_timestamp() - interval '60 minutes' as since, clock_timestamp() as until,
      greatest(10, least(60, minutes)) as length from first
    union all
    select clock_timestamp() - week * interval '7 days' - interval '30 minutes',
      clock_timestamp() - week * interval '7 days' + interval '60 minutes', 90
    from first, generate_series(1, 4) as week where minutes > week * 10080
  )
  select sum(w.length)::double precision as minutes,
    sum((select count(*) from conversation c where c.service_id = $1 and c.band = 1
      and c.entered_at > w.since and c.entered_at <= w.until))::integer as first,
    sum((select count(*) from conversation c where c.service_id = $1 and c.band = 2
      and c.entered_at > w.since and c.entered_at <= w.until))::integer as second,
    sum((select count(*) from conversation c where c.service_id = $1 and c.band = 3
      and c.entered_at > w.since and c.entered_at <= w.until))::integer as third
  from windows w`,
);

/** The latest hundred conversations, as in the simulator: from accepting until that slot was free again (minutes). */
const SLOT_MINUTES = new RowQuery(
  { minutes: number },
  `
  select (extract(epoch from coalesce(h.wrapped_up_at, h.ended_at) - h.began_at) / 60)::double precision as minutes
  from holding h join staff s on s.id = h.staff_id
  where s.service_id = $1 and h.ended_at > statement_timestamp() - interval '28 days'
  order by h.ended_at desc limit 100`,
);

const LEAVING = new RowQuery(
  { left: whole, waited: number },
  `
  select count(*) filter (where o.is_virtual)::integer as left,
    coalesce(sum(case when o.is_virtual
      then least(o.true_wait, (select extract(epoch from c.ended_at - o.waiting_since) / 60
        from conversation c where c.id = o.conversation_id)) else o.true_wait end), 0)
      ::double precision as waited
  from (select * from wait_outcome where service_id = $1 order by at desc limit 1000) o`,
);

/** How far ahead the rota is read, since no wait is estimated longer; and how late a planned person may still come. */
const AHEAD = `interval '4 hours'`;
const MAY_BE_LATE = `interval '15 minutes'`;

/**
 * People on shift until their shift or their rota block ends, and people who are planned for later. A service without a rota
 * is expected to go on as it is.
 */
const PLANNED = new RowQuery<PlannedSlots>(
  { from: moment, until: moment, slots: whole },
  `
  with here as (
    select id, capacity, shift_ends_at from staff
    where service_id = $1 and availability = 'available' and shift_ends_at > clock_timestamp()
  ), block as (
    select b.*, s.capacity from rota_block b join staff s on s.id = b.staff_id
    where b.service_id = $1 and b.ends_at > clock_timestamp() and b.starts_at < clock_timestamp() + ${AHEAD}
  )
  select ${ms('clock_timestamp()', 'from')}, h.capacity as slots,
    floor(extract(epoch from case when exists (select 1 from block) then greatest(h.shift_ends_at, coalesce((
      select max(b.ends_at) from block b where b.staff_id = h.id and b.starts_at <= clock_timestamp()), h.shift_ends_at))
      else clock_timestamp() + ${AHEAD} end) * 1000)::double precision as until
  from here h
  union all
  select ${ms('greatest(b.starts_at, clock_timestamp())', 'from')}, b.capacity as slots, ${ms('b.ends_at', 'until')}
  from block b
  where b.starts_at > clock_timestamp()
    or (b.starts_at > clock_timestamp() - ${MAY_BE_LATE} and not exists (select 1 from here h where h.id = b.staff_id))`,
);

const SHOWN = new RowQuery<ShownWait>(
  { conversation: known.conversation, shown: optional(whole), isLate: flag, isNobodyOn: flag },
  `
  select p.conversation_id as conversation, p.shown, p.is_late as "isLate",
    p.said->>'kind' = 'nobody_on' as "isNobodyOn"
  from wait_estimate p
  join conversation c on c.id = p.conversation_id and c.waiting_since = p.waiting_since
  where p.conversation_id = any ($1::uuid[])`,
);

const toldOf = ({ said, shown, isLate, toldAt }: WaitRow): ToldEstimate | null =>
  said === null || toldAt === null ? null : { said, shown, isLate: isLate ?? false, at: toldAt };

/** Reads what wait estimates are made from: who waits, how long others waited, and who is planned. */
export class WaitEstimateReadModel {
  constructor(private readonly database: Database) {}

  async loadWaits(service: ServiceId): Promise<StoredWait[]> {
    const rows = await WAITS.all(this.database, [service]);
    return rows.map((row) => ({
      conversation: row.conversation,
      band: row.band,
      hold: row.hold,
      enteredAt: row.enteredAt,
      isAsked: row.isAsked,
      told: toldOf(row),
    }));
  }

  async loadTombstones(service: ServiceId): Promise<LeftTombstone[]> {
    return STONES.all(this.database, [service]);
  }

  /** Visitors for whom offers were made since `since`, the oldest offer first. */
  async loadAskedSince(service: ServiceId, since: Instant): Promise<AskedFor[]> {
    return ASKED.all(this.database, [service, new Date(since)]);
  }

  /** Ordered by the end of the wait, the oldest first. */
  async loadOutcomes(service: ServiceId): Promise<WaitOutcome[]> {
    return OUTCOMES.all(this.database, [service]);
  }

  async loadObserved(service: ServiceId): Promise<Observed> {
    const arrivals = await ARRIVALS.one(this.database, [service]);
    const slots = await SLOT_MINUTES.all(this.database, [service]);
    const leaving = await LEAVING.one(this.database, [service]);
    return {
      minutes: arrivals.minutes,
      arrivals: { 1: arrivals.first, 2: arrivals.second, 3: arrivals.third },
      slotMinutes: slots.map(({ minutes }) => minutes),
      left: leaving.left,
      minutesWaited: leaving.waited,
    };
  }

  async loadPlanned(service: ServiceId): Promise<PlannedSlots[]> {
    return PLANNED.all(this.database, [service]);
  }

  /** What the pages of these waiting visitors show; visitors who were told nothing in this wait are left out. */
  async findShownTo(conversations: readonly ConversationId[]): Promise<ShownWait[]> {
    return conversations.length === 0 ? [] : SHOWN.all(this.database, [conversations]);
  }

  /** The database's clock. */
  async now(): Promise<Instant> {
    return databaseNow(this.database);
  }
}
