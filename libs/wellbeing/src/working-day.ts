import { elapsed, later, type Instant } from '@warmline/kernel';
import type { CheckIn, CoolDownReason } from '@warmline/vocabulary';
import { OFFERS_STOP_BEFORE_END } from './shift';
import { blockMayBeginAt } from './shift-gaps';
import type { WellbeingLimits } from './wellbeing-limits';

/** A responder's working day at the moment it was read. Spans in ms. */
export interface WorkingDay {
  /** Of the running shift; null when none was answered. */
  readonly checkIn: CheckIn | null;
  readonly shiftEndsAt: Instant | null;
  /** When the running block began; null while none runs. */
  readonly blockBeganAt: Instant | null;
  /** When the block before it ended: checked out, or at its planned end. */
  readonly lastBlockEndedAt: Instant | null;
  /** IANA name: the wall of the service, on which its nights are read. */
  readonly zone: string;
  /** Until when a supervisor has allowed more than the hours of a week; null where nobody did. */
  readonly moreHoursUntil: Instant | null;
  /** Opted in this shift to one visitor of band 1 above capacity. */
  readonly takesSurge: boolean;
  /** On shift within the last 24 h and the last 7 days. */
  readonly workedInDay: number;
  readonly workedInWeek: number;
  /** With at least one conversation open, since the last break or the beginning of the shift. */
  readonly openFor: number;
  /** They hold a conversation now, so `openFor` grows. */
  readonly isTalking: boolean;
  /** They asked for a break after this conversation. */
  readonly breakWanted: boolean;
  readonly breakDelayedUntil: Instant | null;
  /** Of the break they are on. */
  readonly onBreakUntil: Instant | null;
  /** When their last conversation ended, whichever; and the last heavy one. */
  readonly quietSince: Instant | null;
  readonly quietExtended: boolean;
  readonly heavySince: Instant | null;
  readonly heavyInARow: number;
  readonly heavySinceCheckIn: number;
}

/** A responder at the very beginning of a shift. */
export const RESTED: WorkingDay = {
  checkIn: 'yes',
  shiftEndsAt: null,
  blockBeganAt: null,
  lastBlockEndedAt: null,
  zone: 'UTC',
  moreHoursUntil: null,
  takesSurge: false,
  workedInDay: 0,
  workedInWeek: 0,
  openFor: 0,
  isTalking: false,
  breakWanted: false,
  breakDelayedUntil: null,
  onBreakUntil: null,
  quietSince: null,
  quietExtended: false,
  heavySince: null,
  heavyInARow: 0,
  heavySinceCheckIn: 0,
};

export interface CoolDown {
  readonly until: Instant;
  readonly reason: CoolDownReason;
}

/** The person's current quiet time, or null. Of two that overlap, the longer one. */
export const coolDownOf = (day: WorkingDay, now: Instant, limits: WellbeingLimits): CoolDown | null => {
  const quiet = day.quietExtended ? limits.quietExtended : limits.quietAfter;
  const rests = [
    { since: day.heavySince, span: limits.restAfterHeavy, reason: 'after_heavy' as const },
    { since: day.quietSince, span: quiet, reason: 'after_conversation' as const },
  ];
  let longest: CoolDown | null = null;
  for (const { since, span, reason } of rests) {
    if (since === null || elapsed(since, now) >= span) continue;
    const until = later(since, span);
    if (longest === null || until > longest.until) longest = { until, reason };
  }
  return longest;
};

/** When the next break is due: at once, at a moment to come, or null while nothing is open that would make it due. */
export const breakDueAt = (day: WorkingDay, now: Instant, limits: WellbeingLimits): Instant | null => {
  if (day.breakWanted) return now;
  const left = limits.workBeforeBreak - day.openFor;
  const { breakDelayedUntil } = day;
  if (left > 0) return day.isTalking ? later(now, left) : null;
  return breakDelayedUntil !== null && breakDelayedUntil > now ? breakDelayedUntil : now;
};

export const isBreakDue = (day: WorkingDay, now: Instant, limits: WellbeingLimits): boolean => {
  const due = breakDueAt(day, now, limits);
  return due !== null && due <= now;
};

/** A break that is due, or wanted, begins by itself as soon as nobody is being talked with. */
export const beginsBreak = (day: WorkingDay, now: Instant, limits: WellbeingLimits): boolean =>
  !day.isTalking && !isOnBreak(day, now) && isBreakDue(day, now, limits);

export const isOnBreak = ({ onBreakUntil }: WorkingDay, now: Instant): boolean =>
  onBreakUntil !== null && onBreakUntil > now;

/** Whether a supervisor's word that more than the hours of a week are all right still holds. */
export const hasMoreHours = ({ moreHoursUntil }: WorkingDay, now: Instant): boolean =>
  moreHoursUntil !== null && moreHoursUntil > now;

/** Time on shift (ms) within 7 days that binds now: `hoursInWeek`, or `hoursInWeekAtMost` where a supervisor allowed more. */
export const hoursOfWeek = (day: WorkingDay, now: Instant, limits: WellbeingLimits): number =>
  hasMoreHours(day, now) ? limits.hoursInWeekAtMost : Math.min(limits.hoursInWeek, limits.hoursInWeekAtMost);

/** Which hours are used up: `week` is for a supervisor to lengthen, `day` and `week_at_most` are for nobody. */
export type HoursOver = 'day' | 'week' | 'week_at_most';

/** The hours that are used up now, the ones that nobody can lengthen first; null while some are left. */
export const hoursOver = (day: WorkingDay, now: Instant, limits: WellbeingLimits): HoursOver | null => {
  if (day.workedInWeek >= limits.hoursInWeekAtMost) return 'week_at_most';
  if (day.workedInDay >= limits.hoursInDay) return 'day';
  return day.workedInWeek >= hoursOfWeek(day, now, limits) ? 'week' : null;
};

/** Time on shift (ms) that is left today and this week; 0 at the limit. */
export const hoursLeft = (day: WorkingDay, now: Instant, limits: WellbeingLimits): number =>
  Math.max(
    0,
    Math.min(limits.hoursInDay - day.workedInDay, hoursOfWeek(day, now, limits) - day.workedInWeek),
  );

/** When a block that is too near the one before may begin, or go on; null where none is: it is asked of `now`, or of the running one. */
export const nextBlockAt = (day: WorkingDay, now: Instant, limits: WellbeingLimits): Instant | null => {
  const begins = day.blockBeganAt ?? now;
  const mayBegin = blockMayBeginAt(day, begins, limits);
  return mayBegin > now ? mayBegin : null;
};

/** The end of a shift that begins now: a block, or what the hours still allow. Null when they allow none. */
export const shiftEndWithin = (day: WorkingDay, now: Instant, limits: WellbeingLimits): Instant | null => {
  const left = Math.min(limits.shift, hoursLeft(day, now, limits));
  return left > 0 ? later(now, left) : null;
};

/** When offers stop because the shift ends; null before the first. */
export const offersStopAt = ({ shiftEndsAt }: WorkingDay): Instant | null =>
  shiftEndsAt === null ? null : later(shiftEndsAt, -OFFERS_STOP_BEFORE_END);
