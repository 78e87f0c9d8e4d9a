import { dayText, instantAt, localDay, localTime, type LocalDay } from '@warmline/calendar';
import type { Report, ReportRange } from '@warmline/contracts';
import { blockStart, steps, type Interval } from '@warmline/figures';
import { HOUR, instant, later, type Instant } from '@warmline/kernel';

/** A range of days by the service's calendar, cut for reading and for its course. */
export interface CutRange extends Interval {
  readonly days: Report['days'];
  readonly today: string;
  /** One for each day, or for the part of it until now: from the start of the block of the first day, unless there is no other day. */
  readonly parts: readonly DayPart[];
  readonly step: Report['step'];
  readonly steps: readonly Interval[];
}

export interface DayPart extends Interval {
  readonly day: LocalDay;
  /** It is a whole day. */
  readonly isOver: boolean;
  /** It belongs to the range. */
  readonly isIn: boolean;
}

const daysOf = (range: ReportRange, today: LocalDay): readonly [from: LocalDay, until: LocalDay] =>
  'days' in range
    ? [today - Number(range.days) + 1, today]
    : [localDay(range.from), Math.min(localDay(range.until), today)];

/** Null of a range that is in the future. */
export const cutRange = (range: ReportRange, now: Instant, zone: string): CutRange | null => {
  const today = localTime(now, zone).day;
  const [first, last] = daysOf(range, today);
  if (first > last) return null;
  // What happened at this very millisecond is in the range.
  const end = later(now, 1);
  const midnight = (day: LocalDay): Instant => instantAt({ day, minute: 0 }, zone);
  const isOneDay = first === last;
  // The days before say which days of few people are told together: docs/spec/figures.md#small-numbers.
  const begins = isOneDay ? first : blockStart(first);
  const parts = Array.from({ length: last - begins + 1 }, (_, at) => ({
    day: begins + at,
    from: midnight(begins + at),
    to: instant(Math.min(midnight(begins + at + 1), end)),
    isOver: begins + at < today,
    isIn: begins + at >= first,
  }));
  const from = midnight(first);
  const to = instant(Math.min(midnight(last + 1), end));
  return {
    from,
    to,
    days: { from: dayText(first), until: dayText(last) },
    today: dayText(today),
    parts,
    step: isOneDay ? 'hour' : 'day',
    // A day of at most 25 hours, begun at midnight: some zones have it at half past an hour of the world's clock.
    steps: isOneDay
      ? hoursOf({ from, to })
      : parts.filter(({ isIn }) => isIn).map((part) => ({ from: part.from, to: part.to })),
  };
};

const hoursOf = ({ from, to }: Interval): Interval[] =>
  steps({ from: instant(0), to: instant(to - from) }, HOUR, 25).map((hour) => ({
    from: instant(from + hour.from),
    to: instant(from + hour.to),
  }));
