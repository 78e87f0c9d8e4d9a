import { instant, type Instant, type ServiceId } from '@warmline/kernel';
import { WEEKS_LOOKED_AT, type ComingShift, type PresentResponder } from '@warmline/simulation';
import type { Band } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import { ms } from '../desk/desk-read-model';

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

const SEEN = `
  select hour::integer, count(c.id)::integer as count
  from generate_series(0, least(${HOURS}, (
    select floor(extract(epoch from clock_timestamp() - min(entered_at)) / 3600) from conversation where service_id = $1))) as hour
  left join conversation c on c.service_id = $1
    and c.entered_at > clock_timestamp() - (hour + 1) * interval '1 hour'
    and c.entered_at <= clock_timestamp() - hour * interval '1 hour'
  group by hour order by hour`;

const PRESENT = `
  select ${ms('s.shift_ends_at', 'shiftEndsAt')}, s.capacity,
    coalesce((select json_agg(json_build_object('band', c.band, 'since', extract(epoch from h.began_at) * 1000))
      from holding h join conversation c on c.id = h.conversation_id
      where h.staff_id = s.id and h.ended_at is null), '[]') as "talkingWith"
  from staff s where s.service_id = $1 and s.availability = 'available' and s.shift_ends_at > clock_timestamp()`;

const COMING = `
  select ${ms('starts_at', 'from')}, ${ms('ends_at', 'until')} from rota_block
  where service_id = $1 and starts_at > clock_timestamp() and starts_at < clock_timestamp() + $2 * interval '1 hour'
  order by starts_at`;

const WAITING = `
  select band, ${ms('entered_at', 'enteredAt')} from conversation where service_id = $1 and state = 'waiting'
  order by entered_at limit 2000`;

/** Reads this moment of a service as a forecast takes it. */
export class ForecastReadModel {
  constructor(private readonly database: Database) {}

  /** Shifts that begin within `hours` from now on are coming. */
  async loadPresent(service: ServiceId, hours: number): Promise<StoredPresent> {
    const seen: { count: number }[] = await this.database.query(SEEN, [service]);
    const present: PresentResponder[] = await this.database.query(PRESENT, [service]);
    const coming: ComingShift[] = await this.database.query(COMING, [service, hours]);
    const waiting: StoredPresent['waiting'] = await this.database.query(WAITING, [service]);
    const [{ now }]: [{ now: number }] = await this.database.query(
      `select ${ms('clock_timestamp()', 'now')}`,
    );
    return { now: instant(Math.round(now)), seen: seen.map(({ count }) => count), present, coming, waiting };
  }
}
