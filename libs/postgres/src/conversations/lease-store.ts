import { SESSION_IDLE } from '@warmline/identity';
import { MINUTE, SECOND, type ConversationId, type ServiceId, type StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/**
 * How long a holding lasts after its last renewal (ms), by the database clock. A gateway renews for up to 8 s after a console's
 * last answer, and the sweeper runs every 2 s: together within the 30 s that ASG4 allows.
 */
export const HOLDING_LEASE = 20 * SECOND;

/** A console's answer is recorded at most this often (ms). */
export const SEEN_RECORDED_EVERY = 15 * SECOND;

/** Use of a session is recorded at most this often (ms). */
const SESSION_USE_RECORDED_EVERY = 5 * MINUTE;

export interface ExpiredHolding {
  readonly conversation: ConversationId;
  readonly epoch: number;
}

const EXPIRED = new RowQuery<ExpiredHolding>(
  { conversation: known.conversation, epoch: whole },
  `
  select h.conversation_id as conversation, h.epoch
  from holding h join conversation c on c.id = h.conversation_id
  where c.service_id = $1 and h.ended_at is null and h.lease_until < clock_timestamp() order by h.lease_until limit $2
  for no key update of c skip locked`,
);

/** Leases of holdings: a responder holds a conversation only while their console answers. */
export class LeaseStore {
  private readonly span: string;

  /** `lease` in ms. */
  constructor(
    private readonly database: Database,
    lease = HOLDING_LEASE,
  ) {
    this.span = `interval '${lease} milliseconds'`;
  }

  /**
   * The consoles of these people answered a moment ago, so their leases are renewed: of their holdings and of the conversations
   * they are taking over. Waiting for an offer during a shift also counts as using the session, so that nobody is signed out
   * while they wait. Someone who misses two offers is away, and their session then expires like any other.
   */
  async renewLeases(staff: readonly StaffId[]): Promise<void> {
    if (staff.length === 0) return;
    await this.database.query(
      `with receiving as (
         update handover set receiver_lease_until = clock_timestamp() + ${this.span}
         where receiver_id = any ($1::uuid[]) and receiver_lease_until is not null and closed_at is null
       ), seen as (
         insert into staff_presence (staff_id, at)
         select s.id, clock_timestamp() from staff s where s.id = any ($1::uuid[]) and not exists (
           select 1 from staff_presence e
           where e.staff_id = s.id and e.at > clock_timestamp() - interval '${SEEN_RECORDED_EVERY} milliseconds')
         order by s.id
         on conflict (staff_id) do update set at = greatest(staff_presence.at, excluded.at)
       ), used as (
         update staff_session n set used_at = clock_timestamp() from staff s
         where s.id = any ($1::uuid[]) and n.staff_id = s.id and n.ended_at is null
           and s.availability = 'available' and s.shift_ends_at > clock_timestamp()
           and n.used_at > clock_timestamp() - interval '${SESSION_IDLE} milliseconds'
           and n.used_at < clock_timestamp() - interval '${SESSION_USE_RECORDED_EVERY} milliseconds'
       )
       update holding set lease_until = clock_timestamp() + ${this.span}
       where staff_id = any ($1::uuid[]) and ended_at is null`,
      [staff],
    );
  }

  /**
   * Holdings whose lease has expired. Check again under the lock of the conversation: the lease may have been renewed since.
   * A conversation that is locked now is found the next time, so that it does not hold up the others.
   */
  async findExpiredHoldings(service: ServiceId, limit: number): Promise<ExpiredHolding[]> {
    return EXPIRED.all(this.database, [service, limit]);
  }
}
