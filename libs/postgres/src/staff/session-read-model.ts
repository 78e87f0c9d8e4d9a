import type { SessionOfPerson } from '@warmline/identity';
import { sessionId, type Instant, type SessionId, type StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, idOf, list, moment, optional, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

/** A session, with the time of the answer by the database's clock. */
export interface SessionNow extends SessionOfPerson {
  readonly id: SessionId;
  readonly now: Instant;
}

const SESSIONS = new RowQuery<SessionNow>(
  {
    id: idOf(sessionId),
    beganAt: moment,
    usedAt: moment,
    endedAt: optional(moment),
    replaced: flag,
    active: flag,
    role: known.role,
    furtherRoles: list(known.role),
    now: moment,
  },
  `
  select n.id, n.replaced, s.active, s.role, s.further_roles as "furtherRoles", ${ms('n.began_at', 'beganAt')}, ${ms('n.used_at', 'usedAt')},
    ${ms('n.ended_at', 'endedAt')}, ${ms('clock_timestamp()', 'now')}
  from staff_session n join staff s on s.id = n.staff_id where n.id = any ($1::uuid[])`,
);

/** A session that was not ended, as its person knows it. */
export interface OpenSession {
  readonly id: SessionId;
  readonly beganAt: Instant;
  readonly usedAt: Instant;
  readonly endedAt: null;
  /** What its person calls the device; null while it has no name. */
  readonly device: string | null;
}

const OPEN = new RowQuery<OpenSession>(
  {
    id: idOf(sessionId),
    beganAt: moment,
    usedAt: moment,
    endedAt: () => null,
    device: optional(text),
  },
  `
  select n.id, ${ms('n.began_at', 'beganAt')}, ${ms('n.used_at', 'usedAt')}, null as "endedAt", d.label as device
  from staff_session n left join staff_device d on d.id = n.device_id
  where n.staff_id = $1 and n.ended_at is null order by n.used_at desc, n.id`,
);

/** Sessions of connected consoles, and those of one person. */
export class SessionReadModel {
  constructor(private readonly database: Database) {}

  /** All of these sessions, in one question; one that does not exist is left out. */
  async findSessions(ids: readonly SessionId[]): Promise<SessionNow[]> {
    return ids.length === 0 ? [] : SESSIONS.all(this.database, [ids]);
  }

  /** Of one person, the newest use first. Whether one has expired is for libs/identity to say. */
  async findOpenOf(staff: StaffId): Promise<OpenSession[]> {
    return OPEN.all(this.database, [staff]);
  }
}
