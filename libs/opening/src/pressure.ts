import { elapsed, later, MINUTE, type Instant } from '@warmline/kernel';

/** Closing to standard visitors is suggested when a new one would wait longer than this (ms, U80). */
export const OVER = 45 * MINUTE;
/** Below this (ms, U80) reopening is suggested, ... */
export const CALM = 30 * MINUTE;
/** ... once it has been so for this long (ms). */
export const CALM_FOR = 10 * MINUTE;
/** A suggestion nobody answers happens by itself after this long (ms). */
export const ACT_WITHIN = 5 * MINUTE;
/** A supervisor who keeps the service open is not asked again for this long (ms). */
export const KEPT_OPEN_FOR = 30 * MINUTE;

/** Since when the wait has been long or short. Stored, so that every reader finds the same. */
export interface Pressure {
  /** Since when U80 of standard visitors is above OVER. */
  readonly overSince: Instant | null;
  /** Since when it is below CALM. */
  readonly calmSince: Instant | null;
  /** When a supervisor last chose to keep the service open despite the wait. */
  readonly keptOpenAt: Instant | null;
}

export const NO_PRESSURE: Pressure = { overSince: null, calmSince: null, keptOpenAt: null };

/** The pressure after a look at `now`. `bound`: U80 of a standard visitor who came now (ms); null says nothing either way. */
export const pressureAfter = (before: Pressure, bound: number | null, now: Instant): Pressure => ({
  overSince: bound !== null && bound > OVER ? (before.overSince ?? now) : null,
  calmSince: bound !== null && bound < CALM ? (before.calmSince ?? now) : null,
  keptOpenAt: before.keptOpenAt,
});

/** When the suggestion to take no more standard visitors arose; null while there is none. */
const closeSuggestedAt = ({ overSince, keptOpenAt }: Pressure, now: Instant): Instant | null => {
  if (overSince === null) return null;
  if (keptOpenAt === null) return overSince;
  const askedAgain = later(keptOpenAt, KEPT_OPEN_FOR);
  if (askedAgain > now) return null;
  return askedAgain > overSince ? askedAgain : overSince;
};

/** Whether nobody has answered the suggestion to close in time. */
export const isOverForLong = (pressure: Pressure, now: Instant): boolean => {
  const since = closeSuggestedAt(pressure, now);
  return since !== null && elapsed(since, now) >= ACT_WITHIN;
};

/** Something a supervisor is asked. `actsAt`: when it happens by itself; null where it waits for a person. */
export interface Suggestion {
  readonly kind: 'close_to_standard' | 'reopen';
  readonly since: Instant;
  readonly actsAt: Instant | null;
}

/** Asked while standard visitors are taken. */
export const suggestionToClose = (pressure: Pressure, now: Instant): Suggestion | null => {
  const since = closeSuggestedAt(pressure, now);
  return since === null ? null : { kind: 'close_to_standard', since, actsAt: later(since, ACT_WITHIN) };
};

/** Asked while at capacity. What was closed for another reason than the wait is opened by a person only. */
export const suggestionToReopen = (
  { calmSince }: Pressure,
  closed: { readonly at: Instant; readonly isForWait: boolean },
  now: Instant,
): Suggestion | null => {
  if (calmSince === null) return null;
  const calm = calmSince > closed.at ? calmSince : closed.at;
  if (elapsed(calm, now) < CALM_FOR) return null;
  const since = later(calm, CALM_FOR);
  return { kind: 'reopen', since, actsAt: closed.isForWait ? later(since, ACT_WITHIN) : null };
};
