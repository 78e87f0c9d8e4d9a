import { SESSION_IDLE } from '@warmline/identity';
import { MINUTE, SECOND, type ConversationId, type StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';

/**
 * How long a holding outlives its last renewal in service (ms), by the database clock. A gateway renews for up to 8 s after a
 * console's last answer and the sweeper looks every 2 s: together within the 30 s promised (ASG4).
 */
export const HOLDING_LEASE = 20 * SECOND;

/** That a console answered is written down this often at most (ms). */
export const SEEN_RECORDED_EVERY = 15 * SECOND;

/** That somebody who is on shift uses their session is written down this often at most (ms). */
const SESSION_USE_RECORDED_EVERY = 5 * MINUTE;

export interface ExpiredHolding {
  readonly conversation: ConversationId;
  readonly epoch: number;
}

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
   * Their consoles answered lately: they are there, every holding of theirs goes on, and every conversation they are taking
   * over. Whoever is available in a shift of theirs and waits for an offer uses their session: nobody is signed out for having
   * waited, and finds out by accepting. Who leaves two offers unanswered is away, and then it runs out as any other does.
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
   * Whether a lease has run out is asked again under the conversation's lock: it may have been renewed meanwhile. A
   * conversation that somebody keeps locked now is found later: it must not keep the others waiting.
   */
  async findExpiredHoldings(limit: number): Promise<ExpiredHolding[]> {
    return this.database.query(
      `select h.conversation_id as conversation, h.epoch
       from holding h join conversation c on c.id = h.conversation_id
       where h.ended_at is null and h.lease_until < clock_timestamp() order by h.lease_until limit $1
       for no key update of c skip locked`,
      [limit],
    );
  }
}
