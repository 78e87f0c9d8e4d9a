import { elapsed, HOUR, MINUTE, type Instant } from '@warmline/kernel';

/** A shift block (ms): docs/spec/wellbeing.md#limits. */
export const SHIFT = 2 * HOUR;
/** Within this long (ms) of its end nothing new is offered: it would overrun. */
export const OFFERS_STOP_BEFORE_END = 30 * MINUTE;
/** Within this long (ms) of its end the console proposes to hand over what is still open. */
export const HANDOVER_BEFORE_END = 15 * MINUTE;

/** Whether a new conversation would still fit. Null: no shift has begun, so none ends. */
export const fitsIntoShift = (endsAt: Instant | null, now: Instant): boolean =>
  endsAt === null || elapsed(now, endsAt) >= OFFERS_STOP_BEFORE_END;
