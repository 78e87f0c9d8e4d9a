import { DAY, instant, later, type Instant } from '@warmline/kernel';

/** How long what a visitor wrote is kept (days) unless the service chose another time. */
export const KEPT_DAYS = 90;

const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/**
 * The expiry day (`YYYY-MM-DD`, UTC) of a conversation that starts at `start`: its words are kept until that day begins, so
 * never longer than `keptDays` days. It is fixed at the start: the key of that day wraps the key of the conversation.
 *
 * @param keptDays whole days, 30 to 2,555
 */
export const expiryDayOf = (start: Instant, keptDays = KEPT_DAYS): string =>
  dayOf(later(start, keptDays * DAY));

/** Whether an expiry day (`YYYY-MM-DD`) has begun at `now`, in UTC. */
export const hasBegun = (day: string, now: Instant): boolean => dayOf(now) >= day;

/** What someone still has to deal with is kept this much longer (days), at most. */
export const OPEN_CASE_DAYS = 180;

/**
 * Whether the time to keep something is over. `isOpen`: a complaint that no one has closed, or a conversation with a danger ending
 * that no one has written up, or with a review in work. Postgres decides the same in `case_expired`.
 *
 * @param day its expiry day, `YYYY-MM-DD`
 */
export const isOver = (day: string, isOpen: boolean, now: Instant): boolean =>
  hasBegun(isOpen ? dayOf(later(instant(Date.parse(day)), OPEN_CASE_DAYS * DAY)) : day, now);

/** What decides whether a conversation may still be read. */
export interface Keeping {
  readonly state: 'waiting' | 'talking' | 'ended';
  /** `YYYY-MM-DD`. */
  readonly expiryDay: string;
  /** A danger ending without a write-up, or a review in work. */
  readonly isOpen: boolean;
}

/**
 * Whether nobody may read it any more. A conversation that goes on is never cut off. Postgres decides the same in
 * `conversation_expired`, by its own clock; a spec compares both.
 */
export const isExpired = ({ state, expiryDay, isOpen }: Keeping, now: Instant): boolean =>
  state === 'ended' && isOver(expiryDay, isOpen, now);
