import { SECOND } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { HOLDING_LEASE } from './lease-store';

/** A gateway that is silent for longer than this (ms) had an outage: nobody could renew their lease through it. */
export const OUTAGE = 10 * SECOND;

/** After this time the heartbeats of a gateway that is gone are deleted. */
const FORGET = '1 day';

export interface OutageSpans {
  /** A gap between two heartbeats that counts as an outage (ms). */
  readonly gap: number;
  /** Of a holding (ms). */
  readonly lease: number;
}

/**
 * Keeps people from being marked as gone after our own outage. A gateway records a heartbeat after it has renewed leases; a
 * lease may expire only if some gateway could have renewed it the whole time. It makes no difference which process failed or
 * returns first: everything is judged in the database, by its clock.
 */
export class OutageStore {
  private readonly gap: string;
  private readonly lease: string;

  constructor(
    private readonly database: Database,
    { gap, lease }: OutageSpans = { gap: OUTAGE, lease: HOLDING_LEASE },
  ) {
    this.gap = `interval '${gap} milliseconds'`;
    this.lease = `interval '${lease} milliseconds'`;
  }

  /** This gateway has renewed the leases it could. After a gap its heartbeats count from now. */
  async recordHeartbeat(gateway: string): Promise<void> {
    await this.database.query(
      `insert into gateway_heartbeat as b (gateway, since, at) values ($1, clock_timestamp(), clock_timestamp())
       on conflict (gateway) do update set at = clock_timestamp(),
         since = case when b.at < clock_timestamp() - ${this.gap} then clock_timestamp() else b.since end`,
      [gateway],
    );
  }

  /**
   * Extends each lease that expired while no gateway could renew it: by one whole length, counted from when a gateway could
   * again. Call it before each sweep. It changes nothing while some gateway has had heartbeats for the length of a lease.
   */
  async extendLeasesAfterOutage(): Promise<void> {
    await this.database.query(
      `with resumed as (
         select coalesce(min(since), clock_timestamp()) + ${this.lease} as until from gateway_heartbeat
         where at > clock_timestamp() - ${this.gap}
       ), receiving as (
         update handover set receiver_lease_until = until from resumed
         where closed_at is null and receiver_lease_until < until and until > clock_timestamp()
       ), forgotten as (
         delete from gateway_heartbeat where at < clock_timestamp() - interval '${FORGET}'
       )
       update holding set lease_until = until from resumed
       where ended_at is null and lease_until < until and until > clock_timestamp()`,
    );
  }

  /** As SQL: since when some gateway has had heartbeats without a gap, by the database's clock; null when none has. */
  get sinceSql(): string {
    return `(select min(since) from gateway_heartbeat where at > clock_timestamp() - ${this.gap})`;
  }
}
