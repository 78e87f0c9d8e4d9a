import { elapsed, instant, later, MINUTE, type Instant } from '@warmline/kernel';
import { isWithin, type Interval } from './interval';
import { shareOf, type Share } from './share';
import type { StaffSpan } from './staff-time';

/** A break is on time when it begins within so long (ms) of being due: as long as it may be put off. */
export const BREAK_ON_TIME = 15 * MINUTE;
export const BREAKS_KEPT_LEAST = 0.95;

export interface BreakDue {
  readonly dueAt: Instant;
  /** Null while it was not taken. */
  readonly begunAt: Instant | null;
}

/** What is stored of the working days that a range meets. */
export interface WorkedTime {
  readonly shifts: readonly (StaffSpan & { readonly to: Instant })[];
  readonly conversations: readonly StaffSpan[];
  readonly breaks: readonly StaffSpan[];
}

export interface BreakTerms {
  /** A break is due after so long (ms) with a conversation open, since the shift began or the last break ended. */
  readonly workBeforeBreak: number;
  /** `BREAK_ON_TIME` (ms), by this deployment's clock. */
  readonly onTime: number;
  readonly now: Instant;
}

/** When so much (ms) of the spans had run since `from`, overlaps counted once; null where that is not before `until`. */
const reachedAt = (
  spans: readonly StaffSpan[],
  { from, until, most }: { readonly from: Instant; readonly until: Instant; readonly most: number },
): Instant | null => {
  let [left, reached] = [most, Number(from)];
  for (const { from: begins, to } of spans) {
    const begin = Math.max(begins, reached);
    const length = Math.min(to ?? until, until) - begin;
    if (length >= left && begin + left < until) return instant(begin + left);
    if (length > 0) [left, reached] = [left - length, begin + length];
  }
  return null;
};

/** Each person's spans in the order of time. */
const ownOf = (spans: readonly StaffSpan[]): ReadonlyMap<string, readonly StaffSpan[]> => {
  const own = new Map<string, StaffSpan[]>();
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const found = own.get(span.responder);
    if (found === undefined) own.set(span.responder, [span]);
    else found.push(span);
  }
  return own;
};

type Shift = WorkedTime['shifts'][number];

/** Time without a break: until the next one, or where that is null until the shift ended or `now`. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly next: Instant | null;
}

const stretchesOf = (shift: Shift, breaks: readonly StaffSpan[], end: Instant): Stretch[] => {
  const taken = breaks.filter(({ from }) => from >= shift.from && from < end);
  const begins = [shift.from, ...taken.map(({ to }) => to ?? end)];
  return begins.map((from, at) => {
    const next = taken[at]?.from ?? null;
    return { from, until: next ?? end, next };
  });
};

/** The breaks that came due in one shift. One that could still be taken in time when the shift ended is not counted. */
const dueIn = (
  shift: Shift,
  { conversations, breaks }: Omit<WorkedTime, 'shifts'>,
  { workBeforeBreak: most, onTime, now }: BreakTerms,
): BreakDue[] => {
  const end = instant(Math.min(shift.to, now));
  return stretchesOf(shift, breaks, end).flatMap(({ next, ...stretch }) => {
    const dueAt = reachedAt(conversations, { ...stretch, most });
    if (dueAt === null || (next === null && later(dueAt, onTime) >= end)) return [];
    return [{ dueAt, begunAt: next }];
  });
};

/**
 * The breaks that came due in the interval, from when people talked and when they had a break: no due time is stored, so what a
 * service requires today is asked of days past too.
 */
export const breaksDue = (worked: WorkedTime, terms: BreakTerms, interval: Interval): BreakDue[] => {
  const [conversations, breaks] = [ownOf(worked.conversations), ownOf(worked.breaks)];
  return worked.shifts
    .flatMap((shift) =>
      dueIn(
        shift,
        {
          conversations: conversations.get(shift.responder) ?? [],
          breaks: breaks.get(shift.responder) ?? [],
        },
        terms,
      ),
    )
    .filter(({ dueAt }) => isWithin(interval, dueAt));
};

/** Breaks taken on time / due. */
export const breaksKept = (due: readonly BreakDue[], onTime: number): Share =>
  shareOf(due, ({ dueAt, begunAt }) => begunAt !== null && elapsed(dueAt, begunAt) <= onTime);
