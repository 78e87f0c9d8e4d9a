import { DAY, elapsed, HOUR, instant, MINUTE, type Instant } from '@warmline/kernel';
import type { Role } from '@warmline/vocabulary';

/** A session unused for this long (ms) is over. */
export const SESSION_IDLE = 60 * MINUTE;
/** No session outlives a shift (ms). */
export const SESSION_ABSOLUTE = 12 * HOUR;
/** A device stays known for this long after the last sign-in on it (ms). */
export const DEVICE_KNOWN = 90 * DAY;
/** How long a link that sets up the first administrator can be used (ms). */
export const SETUP_LINK_LASTS = DAY;
/** Sessions of one person at the same time. One more ends the one that was unused for longest. */
export const SESSIONS_MAX = 5;

/**
 * Why a session ended: the person signed out, its browser signed in again, the person began too many others, it was unused
 * for too long, its shift is over, too many codes in it were wrong, or the person was deactivated or given another role.
 */
export type SessionEnd = 'chosen' | 'replaced' | 'too_many' | 'idle' | 'expired' | 'wrong_codes' | 'revoked';

export interface SessionTimes {
  readonly beganAt: Instant;
  readonly usedAt: Instant;
  readonly endedAt: Instant | null;
}

/** A session with what its person is now. */
export interface SessionOfPerson extends SessionTimes {
  /** Its person signed in again in the same browser. */
  readonly replaced: boolean;
  readonly active: boolean;
  readonly role: Role;
  readonly furtherRoles: readonly Role[];
}

/** The roles with which a console was opened. */
export type RolesShown = Pick<SessionOfPerson, 'role' | 'furtherRoles'>;

const isSame = (one: RolesShown, other: RolesShown): boolean =>
  one.role === other.role &&
  one.furtherRoles.length === other.furtherRoles.length &&
  one.furtherRoles.every((role) => other.furtherRoles.includes(role));

export const isLive = (session: SessionTimes, now: Instant): boolean =>
  session.endedAt === null && now < expiresAt(session);

/** When the session is over if it is not used again. */
export const expiresAt = ({ beganAt, usedAt }: SessionTimes): Instant =>
  instant(Math.min(beganAt + SESSION_ABSOLUTE, usedAt + SESSION_IDLE));

/**
 * Why a console that shows these roles must close, or null while its session is valid. `ended`: it was ended elsewhere;
 * `replaced`: its page goes on in the new session of its browser.
 */
export const whyOver = (
  session: SessionOfPerson,
  shown: RolesShown,
  now: Instant,
): Exclude<SessionEnd, 'chosen' | 'too_many' | 'wrong_codes'> | 'ended' | null => {
  if (session.endedAt !== null) return session.replaced ? 'replaced' : 'ended';
  if (!session.active || !isSame(session, shown)) return 'revoked';
  if (elapsed(session.beganAt, now) >= SESSION_ABSOLUTE) return 'expired';
  return isLive(session, now) ? null : 'idle';
};

/** The live sessions that end when one more begins: those unused for longest, so that at most SESSIONS_MAX remain. */
export const sessionsToEnd = <Session extends SessionTimes>(
  open: readonly Session[],
  now: Instant,
): Session[] =>
  open
    .filter((session) => isLive(session, now))
    .sort((one, other) =>
      one.usedAt === other.usedAt ? other.beganAt - one.beganAt : other.usedAt - one.usedAt,
    )
    .slice(SESSIONS_MAX - 1);
