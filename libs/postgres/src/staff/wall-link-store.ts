import type { EntityManager } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import type { Instant, ServiceId } from '@warmline/kernel';
import { changedRows, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';

type WallLinkFact<Type extends IdentityEvent['type']> = Extract<IdentityEvent, { type: Type }>;

export interface NewWallLink {
  readonly label: string;
  readonly secretHash: Buffer;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

const LIVE = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `select count(*)::integer as count from wall_link
   where service_id = $1 and revoked_at is null and expires_at > clock_timestamp()`,
);

/** Links to the wall page, as administrators make and revoke them. */
export class WallLinkStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: Pick<FactWriters, 'audit'>,
  ) {}

  /** Nobody else makes a link of this service until this transaction ends. */
  async lockService(service: ServiceId): Promise<void> {
    await this.tx.query('select pg_advisory_xact_lock(hashtextextended($1, 41))', [service]);
  }

  /** Links that work. Lock the service first. */
  async countLive(service: ServiceId): Promise<number> {
    return (await LIVE.one(this.tx, [service])).count;
  }

  async add(
    fact: WallLinkFact<'wall_link_made'>,
    { label, secretHash, at, expiresAt }: NewWallLink,
  ): Promise<void> {
    const { service, link, by } = fact;
    await this.tx.query(
      `insert into wall_link (id, service_id, label, secret_hash, made_by, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [link, service, label, secretHash, by, new Date(at), new Date(expiresAt)],
    );
    await this.writers.audit.record(fact);
  }

  /** Its hash is gone with it. Twice is once: nothing is recorded of a link that is revoked, or of another service. */
  async revoke(fact: WallLinkFact<'wall_link_revoked'>): Promise<void> {
    const { service, link, by } = fact;
    const changed = changedRows(
      await this.tx.query(
        `update wall_link set secret_hash = null, revoked_at = clock_timestamp(), revoked_by = $3
         where id = $1 and service_id = $2 and revoked_at is null`,
        [link, service, by],
      ),
    );
    if (changed > 0) await this.writers.audit.record(fact);
  }
}
