import type { ServiceId, StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { READ_ALONG, loadResponders, loadRespondersOfService, type StoredResponder } from './responders';

const VERSIONS = new RowQuery<{ readonly id: StaffId; readonly version: number }>(
  { id: known.staff, version: whole },
  'select id, version from staff where id = any ($1::uuid[])',
);

const OBSERVED_CONVERSATIONS = new RowQuery<{ readonly id: StaffId; readonly observed: number }>(
  { id: known.staff, observed: whole },
  `
  select s.id, count(distinct h.conversation_id)::integer as observed
  from staff s
  cross join lateral (
    select h.conversation_id, h.staff_id, h.began_at, h.ended_at from holding h
    where h.staff_id = s.id and s.conversations_held <= $2
    union
    (select h.conversation_id, h.staff_id, h.began_at, h.ended_at from holding h
      where h.staff_id = s.id and h.began_at >= s.returned_at order by h.began_at limit $2)
  ) h
  join observation o on ${READ_ALONG}
  where s.service_id = $1 and s.active
  group by s.id`,
);

const BETWEEN_CONVERSATIONS = new RowQuery<{ readonly id: StaffId }>(
  { id: known.staff },
  `
  select s.id from staff s join shift f on f.staff_id = s.id and f.ended_at is null
  where s.service_id = $2 and (s.break_wanted or s.availability = 'available')
    and f.ends_at > clock_timestamp()
    and not exists (select 1 from holding h where h.staff_id = s.id and h.ended_at is null)
    and not exists (select 1 from staff_break b where b.staff_id = s.id and b.until > clock_timestamp())
    and (s.break_wanted or s.active_at > f.began_at)
  order by s.id limit $1`,
);

/** Reads working days without a lock: to propose offers, and for screens. */
export class WorkingDayReadModel {
  /** `quietAfter`: after this long without a message a visitor counts half (ms). */
  constructor(
    private readonly database: Database,
    private readonly quietAfter: number,
  ) {}

  loadWorkingDays(staff: readonly StaffId[]): Promise<StoredResponder[]> {
    return loadResponders(this.database, staff, this.quietAfter);
  }

  /** The version of each; it changes whenever something is stored that decides which visitors they may be offered. */
  async loadVersions(staff: readonly StaffId[]): Promise<Map<StaffId, number>> {
    if (staff.length === 0) return new Map();
    const rows = await VERSIONS.all(this.database, [staff]);
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  loadWorkingDaysOfService(service: ServiceId): Promise<StoredResponder[]> {
    return loadRespondersOfService(this.database, service, this.quietAfter);
  }

  /**
   * How many conversations of each person someone else has read: of people who have held at most `first`, or of the first so many
   * since they came back after a long absence. Others are left out.
   */
  async countObservedConversations(service: ServiceId, first: number): Promise<Map<StaffId, number>> {
    const rows = await OBSERVED_CONVERSATIONS.all(this.database, [service, first]);
    return new Map(rows.map(({ id, observed }) => [id, observed]));
  }

  /** People on shift who hold no conversation and are on no break; the break of some of them is due. */
  async loadBetweenConversations(service: ServiceId, limit: number): Promise<StoredResponder[]> {
    const rows = await BETWEEN_CONVERSATIONS.all(this.database, [limit, service]);
    return this.loadWorkingDays(rows.map(({ id }) => id));
  }
}
