import { SECOND, type ConversationId, type StaffId } from '@warmline/kernel';
import type { Database } from './database';

/**
 * How long a holding outlives its last renewal in service (ms), by the database clock. A gateway renews for up to 8 s after a
 * console's last answer and the sweeper looks every 2 s: together within the 30 s promised (ASG4).
 */
export const HOLDING_LEASE = 20 * SECOND;

export interface ExpiredHolding {
  readonly conversation: ConversationId;
  readonly epoch: number;
}

/** Leases of holdings: a responder holds a conversation only while their console answers. */
export class Leases {
  private readonly span: string;

  /** `lease` in ms. */
  constructor(
    private readonly database: Database,
    lease = HOLDING_LEASE,
  ) {
    this.span = `interval '${lease} milliseconds'`;
  }

  /** Their consoles answered lately: every holding of theirs goes on, and every conversation they are taking over. */
  async renew(staff: readonly StaffId[]): Promise<void> {
    if (staff.length === 0) return;
    await this.database.query(
      `with receiving as (
         update handover set receiver_lease_until = clock_timestamp() + ${this.span}
         where receiver_id = any ($1::uuid[]) and receiver_lease_until is not null and closed_at is null
       )
       update holding set lease_until = clock_timestamp() + ${this.span}
       where staff_id = any ($1::uuid[]) and ended_at is null`,
      [staff],
    );
  }

  /** Whether a lease has run out is asked again under the conversation's lock: it may have been renewed meanwhile. */
  async expired(limit: number): Promise<ExpiredHolding[]> {
    return this.database.query(
      `select conversation_id as conversation, epoch from holding
       where ended_at is null and lease_until < clock_timestamp() order by lease_until limit $1`,
      [limit],
    );
  }
}
