import { elapsed, HOUR, MINUTE, type Instant } from '@warmline/kernel';

/** A session unused for this long (ms) is over. */
export const SESSION_IDLE = 60 * MINUTE;
/** No session outlives a shift (ms). */
export const SESSION_ABSOLUTE = 12 * HOUR;

export interface SessionTimes {
  readonly beganAt: Instant;
  readonly usedAt: Instant;
  readonly endedAt: Instant | null;
}

export const isLive = (session: SessionTimes, now: Instant): boolean =>
  session.endedAt === null &&
  elapsed(session.usedAt, now) < SESSION_IDLE &&
  elapsed(session.beganAt, now) < SESSION_ABSOLUTE;
