import type { ServiceId, StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { READ_ALONG, loadResponders, loadRespondersOfService, type StoredResponder } from './responders';

/** Whom people may be asked for and what protects them, read without a lock: to propose, and for screens. */
export class WorkingDayReadModel {
  /** `quietAfter`: when a visitor who says nothing counts half (ms). */
  constructor(
    private readonly database: Database,
    private readonly quietAfter: number,
  ) {}

  loadWorkingDays(staff: readonly StaffId[]): Promise<StoredResponder[]> {
    return loadResponders(this.database, staff, this.quietAfter);
  }

  /** The version of each; it is another whenever something was stored that decides whom they may be asked for. */
  async loadVersions(staff: readonly StaffId[]): Promise<Map<StaffId, number>> {
    if (staff.length === 0) return new Map();
    const rows: { id: StaffId; version: number }[] = await this.database.query(
      'select id, version from staff where id = any ($1::uuid[])',
      [staff],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  loadWorkingDaysOfService(service: ServiceId): Promise<StoredResponder[]> {
    return loadRespondersOfService(this.database, service, this.quietAfter);
  }

  /**
   * With how many talks somebody else has read along: of each who has held `first` at most, or since they came back after
   * long. Nobody else is there.
   */
  async countObservedConversations(service: ServiceId, first: number): Promise<Map<StaffId, number>> {
    const rows: { id: StaffId; observed: number }[] = await this.database.query(
      `select s.id, count(distinct h.conversation_id)::integer as observed
       from staff s join holding h on h.staff_id = s.id join observation o on ${READ_ALONG}
       where s.service_id = $1 and s.active and (s.conversations_held <= $2 or h.began_at >= s.returned_at)
       group by s.id`,
      [service, first],
    );
    return new Map(rows.map(({ id, observed }) => [id, observed]));
  }

  /** Who is in a shift, holds nobody and is on no break: among them are those whose break begins now. */
  async loadBetweenConversations(limit: number): Promise<StoredResponder[]> {
    const rows: { id: StaffId }[] = await this.database.query(
      `select s.id from staff s join shift f on f.staff_id = s.id and f.ended_at is null
       where (s.break_wanted or s.availability = 'available')
         and f.ends_at > clock_timestamp()
         and not exists (select 1 from holding h where h.staff_id = s.id and h.ended_at is null)
         and not exists (select 1 from staff_break b where b.staff_id = s.id and b.until > clock_timestamp())
         and (s.break_wanted or s.active_at > f.began_at)
       order by s.id limit $1`,
      [limit],
    );
    return this.loadWorkingDays(rows.map(({ id }) => id));
  }
}
