import { instant, type Instant, type ServiceId } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';

/** A contact as the figures take it; times in ms since 1970. */
export interface StoredContact {
  readonly band: Band;
  readonly enteredAt: Instant;
  readonly waitingSince: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly wrote: boolean;
}

/** Load units in use, or to be had, from when to when (null: still). */
export interface StoredSpan {
  readonly units: number;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface StoredWallboard {
  readonly now: Instant;
  readonly from: Instant;
  /** Whatever ended its wait since `from`, and whoever waits or talks. */
  readonly contacts: readonly StoredContact[];
  /** There were more contacts than ROWS_MAX: these are the newest. */
  readonly isPartial: boolean;
  /** Contacts that were not queued at all. */
  readonly turnedAway: number;
  /** Waits that are over, in ms: the upper bound that was promised when they began, and what they were. */
  readonly promises: readonly { readonly bound: number; readonly trueWait: number }[];
  /** Calls for help that a supervisor joined since `from`, that were over since then, or that stand. */
  readonly helpCalls: readonly {
    readonly urgent: boolean;
    readonly calledAt: Instant;
    readonly joinedAt: Instant | null;
    readonly overAt: Instant | null;
  }[];
  readonly loads: readonly StoredSpan[];
  readonly capacities: readonly StoredSpan[];
}

/** Contacts of one reading, at most. */
const ROWS_MAX = 10_000;

/**
 * A conversation that has ended was held at its end, or its visitor left the queue. Two searches, each along its own index:
 * whatever is not over, and what ended since $2.
 */
const CONTACTS = `
  with contact as (
    select * from conversation where service_id = $1 and state <> 'ended'
    union all
    select * from conversation where service_id = $1 and state = 'ended' and ended_at >= to_timestamp($2 / 1000.0)
  )
  select c.band, c.visitor_messages > 0 as wrote,
    ${ms('c.entered_at', 'enteredAt')}, ${ms('c.ended_at', 'endedAt')},
    ${ms(`case when c.state = 'waiting' then c.waiting_since end`, 'waitingSince')},
    ${ms('accepted.at', 'acceptedAt')}, ${ms('answered.at', 'answeredAt')},
    ${ms(`case when c.epoch = 0 or newest.ended_at < c.ended_at then c.ended_at end`, 'leftAt')}
  from contact c
  left join lateral (
    select h.began_at as at from holding h where h.conversation_id = c.id order by h.epoch limit 1
  ) accepted on true
  left join holding newest on newest.conversation_id = c.id and newest.epoch = c.epoch
  left join lateral (
    select e.at from timeline_entry e
    where e.conversation_id = c.id and e.kind = 'message' and e.author_role = 'responder' order by e.seq limit 1
  ) answered on accepted.at is not null
  order by coalesce(c.ended_at, 'infinity') desc, c.entered_at desc limit $3`;

/** Band 1 weighs two units while it runs, any other one, an unfinished wrap-up a half: docs/spec/routing.md#capacity. */
const LOADS = `
  with held as (
    select h.*, c.band from holding h join conversation c on c.id = h.conversation_id
    where c.service_id = $1 and (h.wrapped_up_at is null or c.state <> 'ended' or c.ended_at >= to_timestamp($2 / 1000.0))
  )
  select case when band = 1 then 2.0 else 1.0 end::double precision as units,
    ${ms('began_at', 'from')}, ${ms('ended_at', 'to')} from held
  union all
  select 0.5, ${ms('ended_at', 'from')}, ${ms('wrapped_up_at', 'to')} from held
  where ended_at is not null and wrapped_up_at is distinct from ended_at`;

const CAPACITIES = `
  select capacity::double precision as units, ${ms('began_at', 'from')}, ${ms('ended_at', 'to')} from capacity_span
  where service_id = $1 and (ended_at is null or ended_at >= to_timestamp($2 / 1000.0))`;

/** Counted in whole minutes of the clock: the minute of $2 counts with its rest. */
const TURNED_AWAY = `
  select greatest(0, coalesce(sum(contacts), 0))::integer as count from turned_away
  where service_id = $1 and minute >= date_trunc('minute', to_timestamp($2 / 1000.0))`;

/** Only waits that were promised something. */
const PROMISES = `
  select bound::double precision * 60000 as bound, true_wait::double precision * 60000 as "trueWait" from wait_outcome
  where service_id = $1 and at >= to_timestamp($2 / 1000.0) and bound is not null order by at desc limit $3`;

/** Counted where they were answered, or over without; none stands for longer than a day. */
const HELP_CALLS = `
  select urgency = 'urgent' as urgent, ${ms('called_at', 'calledAt')}, ${ms('joined_at', 'joinedAt')},
    ${ms('over_at', 'overAt')}
  from help_call
  where service_id = $1 and called_at >= to_timestamp($2 / 1000.0) - interval '1 day'
    and coalesce(joined_at, over_at, 'infinity') >= to_timestamp($2 / 1000.0)
  order by called_at desc limit $3`;

export class WallboardReadModel {
  constructor(private readonly database: Database) {}

  /** What happened in the last `span` ms, of one snapshot. */
  async loadWallboard(service: ServiceId, span: number): Promise<StoredWallboard> {
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      // The best way to what happened in a span depends on how long it is.
      await tx.query('set local plan_cache_mode = force_custom_plan');
      const [clock]: [{ now: number }] = await tx.query(`select ${ms('clock_timestamp()', 'now')}`);
      const now = instant(Math.floor(clock.now));
      const from = instant(now - span);
      const contacts: StoredContact[] = await tx.query(CONTACTS, [service, from, ROWS_MAX + 1]);
      const [turnedAway]: [{ count: number }] = await tx.query(TURNED_AWAY, [service, from]);
      return {
        now,
        from,
        contacts: contacts.slice(0, ROWS_MAX),
        isPartial: contacts.length > ROWS_MAX,
        turnedAway: turnedAway.count,
        promises: await tx.query(PROMISES, [service, from, ROWS_MAX]),
        helpCalls: await tx.query(HELP_CALLS, [service, from, ROWS_MAX]),
        loads: await tx.query(LOADS, [service, from]),
        capacities: await tx.query(CAPACITIES, [service, from]),
      };
    });
  }
}
