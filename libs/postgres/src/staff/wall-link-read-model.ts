import type { Instant, ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { moment, optional, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

/** A link that was not revoked. */
export interface StoredWallLink {
  readonly id: string;
  readonly label: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** From then on it opens nothing. */
  readonly expiresAt: Instant;
  /** To within a minute; null for never. */
  readonly readAt: Instant | null;
}

const LINKS = new RowQuery<StoredWallLink>(
  { id: text, label: text, madeBy: text, madeAt: moment, expiresAt: moment, readAt: optional(moment) },
  `
  select l.id::text, l.label, s.name as "madeBy", ${ms('l.made_at', 'madeAt')}, ${ms('l.expires_at', 'expiresAt')},
    ${ms('l.read_at', 'readAt')}
  from wall_link l join staff s on s.id = l.made_by
  where l.service_id = $1 and l.revoked_at is null order by l.made_at, l.id`,
);

/** A page reads every few seconds, so its time is noted once a minute. */
const OPEN = new RowQuery<{ readonly service: ServiceId }>(
  { service: known.service },
  `
  with found as (select id, service_id from wall_link where secret_hash = $1 and revoked_at is null
    and expires_at > clock_timestamp()),
  noted as (
    update wall_link l set read_at = clock_timestamp() from found
    where l.id = found.id and l.revoked_at is null and coalesce(l.read_at < clock_timestamp() - interval '1 minute', true)
  )
  select service_id as service from found`,
);

/** Reads links to the wall page. */
export class WallLinkReadModel {
  constructor(private readonly database: Database) {}

  /** Those that were not revoked, the oldest first. */
  async loadLinks(service: ServiceId): Promise<StoredWallLink[]> {
    return LINKS.all(this.database, [service]);
  }

  /** Whose figures this link opens; null when it opens nothing. Notes that it was used. */
  async findService(secretHash: Buffer): Promise<ServiceId | null> {
    return (await OPEN.first(this.database, [secretHash]))?.service ?? null;
  }
}
