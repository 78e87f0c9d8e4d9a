import { SECOND } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { HOLDING_LEASE } from './lease-store';

/** A longer silence of a gateway in service (ms) was an outage: nobody there could renew, so nobody is to blame. */
export const OUTAGE = 10 * SECOND;

/** Beats of gateways that are gone for good (ms). */
const FORGET = '1 day';

export interface OutageSpans {
  /** A gap between two beats that counts as an outage (ms). */
  readonly gap: number;
  /** Of a holding (ms). */
  readonly lease: number;
}

/**
 * Keeps an outage of ours from being taken for the silence of others. Gateways beat after they have renewed; a lease may
 * run out only when some gateway could have renewed it all the while. Whose outage it was, and which worker or gateway
 * comes back first, makes no difference: everything is judged in the database, by its clock.
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

  /** This gateway has renewed what it could. After a gap its beats count from now. */
  async recordHeartbeat(gateway: string): Promise<void> {
    await this.database.query(
      `insert into gateway_heartbeat as b (gateway, since, at) values ($1, clock_timestamp(), clock_timestamp())
       on conflict (gateway) do update set at = clock_timestamp(),
         since = case when b.at < clock_timestamp() - ${this.gap} then clock_timestamp() else b.since end`,
      [gateway],
    );
  }

  /**
   * Gives every lease that ran out while nobody could renew one more whole length, counted from when somebody could again.
   * Before each sweep; changes nothing while some gateway has been beating for a lease's length.
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

  /** Since when some gateway has been beating without a gap, by the database's clock, as SQL; null when none does. */
  get sinceSql(): string {
    return `(select min(since) from gateway_heartbeat where at > clock_timestamp() - ${this.gap})`;
  }
}
