import { dayText, instantAt, localDay, localTime, type LocalDay } from '@warmline/calendar';
import type { Report, ReportRange } from '@warmline/contracts';
import { steps, type Interval } from '@warmline/figures';
import { HOUR, instant, later, type Instant } from '@warmline/kernel';

/** A range of days by the service's calendar, cut for reading and for its course. */
export interface CutRange extends Interval {
  readonly days: Report['days'];
  readonly today: string;
  /** One for each day, or for the part of it until now. */
  readonly parts: readonly Interval[];
  readonly step: Report['step'];
  readonly steps: readonly Interval[];
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
  const parts = Array.from({ length: last - first + 1 }, (_, at) => ({
    from: midnight(first + at),
    to: instant(Math.min(midnight(first + at + 1), end)),
  }));
  const from = midnight(first);
  const to = instant(Math.min(midnight(last + 1), end));
  const isOneDay = first === last;
  return {
    from,
    to,
    days: { from: dayText(first), until: dayText(last) },
    today: dayText(today),
    parts,
    step: isOneDay ? 'hour' : 'day',
    // A day of at most 25 hours, begun at midnight: some zones have it at half past an hour of the world's clock.
    steps: isOneDay ? hoursOf({ from, to }) : parts,
  };
};

const hoursOf = ({ from, to }: Interval): Interval[] =>
  steps({ from: instant(0), to: instant(to - from) }, HOUR, 25).map((hour) => ({
    from: instant(from + hour.from),
    to: instant(from + hour.to),
  }));
