import type { SessionOfPerson } from '@warmline/identity';
import { sessionId, type Instant, type SessionId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, idOf, moment, optional } from '../connection/parse-rows';
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
    now: moment,
  },
  `
  select n.id, n.replaced, s.active, s.role, ${ms('n.began_at', 'beganAt')}, ${ms('n.used_at', 'usedAt')},
    ${ms('n.ended_at', 'endedAt')}, ${ms('clock_timestamp()', 'now')}
  from staff_session n join staff s on s.id = n.staff_id where n.id = any ($1::uuid[])`,
);

/** Sessions of connected consoles. */
export class SessionReadModel {
  constructor(private readonly database: Database) {}

  /** All of these sessions, in one question; one that does not exist is left out. */
  async findSessions(ids: readonly SessionId[]): Promise<SessionNow[]> {
    return ids.length === 0 ? [] : SESSIONS.all(this.database, [ids]);
  }
}
