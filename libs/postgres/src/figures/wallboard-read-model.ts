import { later, type Instant, type ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { flag, moment, number, optional, whole } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery } from '../connection/row-query';
import { contactColumns, contactsWith, type StoredContact } from './contact-rows';
import {
  BREAKS,
  staffSpanColumns,
  type StoredLoad,
  type StoredSpan,
  type StoredStaffSpan,
} from './staff-spans';

export interface StoredWallboard {
  readonly now: Instant;
  readonly from: Instant;
  /** Contacts whose wait or conversation ended since `from`, and all that go on. */
  readonly contacts: readonly StoredContact[];
  /** There were more contacts than ROWS_MAX: these are the newest. */
  readonly isPartial: boolean;
  /** Contacts that were not queued at all. */
  readonly turnedAway: number;
  /** Waits that are over, in ms: the upper bound that was promised when they began, and the true wait. */
  readonly promises: readonly { readonly bound: number; readonly trueWait: number }[];
  /** Calls for help that were joined or over since `from`, and those that are open. */
  readonly helpCalls: readonly {
    readonly urgent: boolean;
    readonly calledAt: Instant;
    readonly joinedAt: Instant | null;
    readonly overAt: Instant | null;
  }[];
  readonly loads: readonly StoredLoad[];
  readonly capacities: readonly StoredSpan[];
  readonly breaks: readonly StoredStaffSpan[];
}

/** Contacts read at once, at most. */
const ROWS_MAX = 10_000;

/**
 * A conversation that has ended was held at its end, or its visitor left the queue. Two searches, each along its own index:
 * conversations that go on, and those that ended since $2. Chats that are set aside as a flood are no contacts.
 */
const CONTACTS = new RowQuery<StoredContact>(
  contactColumns,
  `
  with contact as (
    select * from conversation where service_id = $1 and state <> 'ended' and set_aside_at is null
    union all
    select * from conversation where service_id = $1 and state = 'ended' and ended_at >= to_timestamp($2 / 1000.0)
      and set_aside_at is null
  )
  ${contactsWith()}
  order by coalesce(c.ended_at, 'infinity') desc, c.entered_at desc limit $3`,
);

/**
 * Three searches, each along its own index: wrap-ups to finish, conversations that go on, and those that ended since $2.
 * Band 1 weighs two units while it runs, any other one, an unfinished wrap-up a half: docs/spec/routing.md#capacity.
 */
const LOADS = new RowQuery<StoredLoad>(
  { ...staffSpanColumns, units: number, isWrapUp: flag },
  `
  with chosen as (
    select h.conversation_id, h.epoch from staff s join holding h on h.staff_id = s.id and h.wrapped_up_at is null
    where s.service_id = $1
    union
    select h.conversation_id, h.epoch from conversation c join holding h on h.conversation_id = c.id
    where c.service_id = $1 and c.state <> 'ended'
    union
    select h.conversation_id, h.epoch from conversation c join holding h on h.conversation_id = c.id
    where c.service_id = $1 and c.state = 'ended' and c.ended_at >= to_timestamp($2 / 1000.0)
  ), held as (
    select h.*, c.band from chosen join holding h using (conversation_id, epoch) join conversation c on c.id = h.conversation_id
  )
  select staff_id as responder, case when band = 1 then 2.0 else 1.0 end::double precision as units, false as "isWrapUp",
    ${ms('began_at', 'from')}, ${ms('ended_at', 'to')} from held
  union all
  select staff_id, 0.5, true, ${ms('ended_at', 'from')}, ${ms('wrapped_up_at', 'to')} from held
  where ended_at is not null and wrapped_up_at is distinct from ended_at`,
);

const CAPACITIES = new RowQuery<StoredSpan>(
  { ...staffSpanColumns, units: number },
  `
  select staff_id as responder, capacity::double precision as units, ${ms('began_at', 'from')}, ${ms('ended_at', 'to')} from (
    select * from capacity_span where service_id = $1 and ended_at is null
    union all
    select * from capacity_span where service_id = $1 and ended_at >= to_timestamp($2 / 1000.0)
  ) span`,
);

/** Counted in whole minutes, so all of the minute of $2 counts. */
const TURNED_AWAY = new RowQuery(
  { count: whole },
  `
  select greatest(0, coalesce(sum(contacts), 0))::integer as count from turned_away
  where service_id = $1 and minute >= date_trunc('minute', to_timestamp($2 / 1000.0))`,
);

/** Only waits for which an upper bound was promised. */
const PROMISES = new RowQuery<StoredWallboard['promises'][number]>(
  { bound: number, trueWait: number },
  `
  select bound::double precision * 60000 as bound, true_wait::double precision * 60000 as "trueWait" from wait_outcome
  where service_id = $1 and at >= to_timestamp($2 / 1000.0) and bound is not null order by at desc limit $3`,
);

/** Counted when they were joined, or over without that. No call stays open for longer than a day. */
const HELP_CALLS = new RowQuery<StoredWallboard['helpCalls'][number]>(
  {
    urgent: flag,
    calledAt: moment,
    joinedAt: optional(moment),
    overAt: optional(moment),
  },
  `
  select urgency = 'urgent' as urgent, ${ms('called_at', 'calledAt')}, ${ms('joined_at', 'joinedAt')},
    ${ms('over_at', 'overAt')}
  from help_call
  where service_id = $1 and called_at >= to_timestamp($2 / 1000.0) - interval '1 day'
    and coalesce(joined_at, over_at, 'infinity') >= to_timestamp($2 / 1000.0)
  order by called_at desc limit $3`,
);

/** Reads what the figures on the wallboard are computed from. */
export class WallboardReadModel {
  constructor(private readonly database: Database) {}

  /** What happened in the last `span` ms, all from one snapshot. */
  async loadWallboard(service: ServiceId, span: number): Promise<StoredWallboard> {
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      // The best plan depends on how long the span is.
      await tx.query('set local plan_cache_mode = force_custom_plan');
      const now = await databaseNow(tx);
      const from = later(now, -span);
      const contacts = await CONTACTS.all(tx, [service, from, ROWS_MAX + 1]);
      return {
        now,
        from,
        contacts: contacts.slice(0, ROWS_MAX),
        isPartial: contacts.length > ROWS_MAX,
        turnedAway: (await TURNED_AWAY.one(tx, [service, from])).count,
        promises: await PROMISES.all(tx, [service, from, ROWS_MAX]),
        helpCalls: await HELP_CALLS.all(tx, [service, from, ROWS_MAX]),
        loads: await LOADS.all(tx, [service, from]),
        capacities: await CAPACITIES.all(tx, [service, from]),
        breaks: await BREAKS.all(tx, [service, from, now]),
      };
    });
  }
}
