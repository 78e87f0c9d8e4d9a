import type { Brand } from './brand';

/** A point in time: milliseconds since 1970-01-01T00:00:00Z, by the clock of the process that made it. */
export type Instant = Brand<number, 'Instant'>;

/** Throws a RangeError unless the number is finite. */
export const instant = (milliseconds: number): Instant => {
  if (!Number.isFinite(milliseconds)) throw new RangeError('an instant must be a finite number of ms');
  return milliseconds as Instant;
};

/** The instant `milliseconds` after `from`; negative goes back. */
export const later = (from: Instant, milliseconds: number): Instant => instant(from + milliseconds);

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export const elapsed = (from: Instant, to: Instant): number => to - from;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
