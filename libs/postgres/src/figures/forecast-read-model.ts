import type { Instant, ServiceId } from '@warmline/kernel';
import { WEEKS_LOOKED_AT, type ComingShift, type PresentResponder } from '@warmline/simulation';
import type { Band } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { list, moment, row, whole } from '../connection/parse-rows';
import { databaseNow, milliseconds, ms, RowQuery } from '../connection/row-query';

/** What a staffing forecast begins with. */
export interface StoredPresent {
  readonly now: Instant;
  /** Contacts in each past hour, the latest first, from the first contact on and for six weeks and a day at most. */
  readonly seen: readonly number[];
  readonly present: readonly PresentResponder[];
  readonly coming: readonly ComingShift[];
  readonly waiting: readonly { readonly band: Band; readonly enteredAt: Instant }[];
}

const HOURS = (WEEKS_LOOKED_AT * 7 + 1) * 24;

/** One pass over six weeks, along their index, and what is left of erased conversations: they count in the middle of their hour. `clock_timestamp()` in a condition would keep every index from being used. */
const SEEN = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `
  with seen as (
    select floor(extract(epoch from statement_timestamp() - entered_at) / 3600) as hour, count(*)::integer as count
    from conversation where service_id = $1 and entered_at > statement_timestamp() - ${HOURS + 1} * interval '1 hour'
    group by 1
  ), erased as (
    select floor(extract(epoch from statement_timestamp() - hour - interval '30 minutes') / 3600) as hour,
      sum(contacts)::integer as count
    from past_contact where service_id = $1 and hour > statement_timestamp() - ${HOURS + 1} * interval '1 hour'
    group by 1
  )
  select coalesce(seen.count, 0) + coalesce(erased.count, 0) as count
  from generate_series(0, least(${HOURS}, (
    select floor(extract(epoch from statement_timestamp() - least(
      (select min(entered_at) from conversation where service_id = $1), (select min(hour) from past_contact where service_id = $1))) / 3600))
  )) as hour
  left join seen on seen.hour = hour.hour left join erased on erased.hour = hour.hour order by hour.hour`,
);

const PRESENT = new RowQuery<PresentResponder>(
  {
    shiftEndsAt: moment,
    capacity: whole,
    talkingWith: list(row({ band: known.band, since: moment })),
  },
  `
  select ${ms('s.shift_ends_at', 'shiftEndsAt')}, s.capacity,
    coalesce((select json_agg(json_build_object('band', c.band, 'since', ${milliseconds('h.began_at')}))
      from holding h join conversation c on c.id = h.conversation_id
      where h.staff_id = s.id and h.ended_at is null), '[]') as "talkingWith"
  from staff s where s.service_id = $1 and s.availability = 'available' and s.shift_ends_at > statement_timestamp()`,
);

const COMING = new RowQuery<ComingShift>(
  { from: moment, until: moment },
  `
  select ${ms('starts_at', 'from')}, ${ms('ends_at', 'until')} from rota_block
  where service_id = $1 and ends_at > statement_timestamp()
    and starts_at > statement_timestamp() and starts_at < statement_timestamp() + $2 * interval '1 hour'
  order by starts_at`,
);

const WAITING = new RowQuery<StoredPresent['waiting'][number]>(
  { band: known.band, enteredAt: moment },
  `
  select band, ${ms('entered_at', 'enteredAt')} from conversation where service_id = $1 and state = 'waiting'
    and hold is distinct from 'set_aside'
  order by entered_at limit 2000`,
);

/** Reads what a forecast begins with: the service as it is now. */
export class ForecastReadModel {
  constructor(private readonly database: Database) {}

  /** Shifts that begin within `hours` are coming. */
  async loadPresent(service: ServiceId, hours: number): Promise<StoredPresent> {
    const seen = await SEEN.all(this.database, [service]);
    const present = await PRESENT.all(this.database, [service]);
    const coming = await COMING.all(this.database, [service, hours]);
    const waiting = await WAITING.all(this.database, [service]);
    const now = await databaseNow(this.database);
    return { now, seen: seen.map(({ count }) => count), present, coming, waiting };
  }
}
