import { DAY, HOUR, instant, MINUTE, SECOND, type Instant } from '@warmline/kernel';

/** 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A day of the calendar, whatever the clocks do on it: days since 1970-01-01. */
export type LocalDay = number;

/** A moment by the local clock of a time zone. */
export interface LocalTime {
  readonly day: LocalDay;
  /** Since midnight by the clock on the wall, 0 to 1439. */
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for a time zone that is not in the IANA list. Making one is slow, so each is made once. */
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

/** What the wall shows at `at`, as if it were UTC (ms), to the second. Asks Intl, which takes long. */
const formattedWall = (at: Instant, zone: string): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
};

const wholeSecond = (at: Instant): number => Math.floor(at / SECOND) * SECOND;

const formattedOffset = (at: Instant, zone: string): number => formattedWall(at, zone) - wholeSecond(at);

/** Hours that are remembered of one zone: more than a year of them. */
const HOURS_MAX = 10_000;
/** Of each zone, by hours since 1970: local time minus UTC (ms), or null where it changes within the hour. */
const steadyOffsets = new Map<string, Map<number, number | null>>();

const hoursOf = (zone: string): Map<number, number | null> => {
  const known = steadyOffsets.get(zone);
  if (known !== undefined && known.size < HOURS_MAX) return known;
  const hours = new Map<number, number | null>();
  steadyOffsets.set(zone, hours);
  return hours;
};

const steadyOffset = (hour: number, zone: string): number | null => {
  const hours = hoursOf(zone);
  const known = hours.get(hour);
  if (known !== undefined) return known;
  const [first, last] = [hour * HOUR, (hour + 1) * HOUR - SECOND].map((at) =>
    formattedOffset(instant(at), zone),
  );
  const found = first !== undefined && first === last ? first : null;
  hours.set(hour, found);
  return found;
};

/** Local time minus UTC at `at` (ms). */
const offset = (at: Instant, zone: string): number =>
  steadyOffset(Math.floor(at / HOUR), zone) ?? formattedOffset(at, zone);

/** What the wall shows at `at`, as if it were UTC (ms), to the second. */
const wall = (at: Instant, zone: string): number => wholeSecond(at) + offset(at, zone);

export const localTime = (at: Instant, zone: string): LocalTime => {
  const shown = wall(at, zone);
  const day = Math.floor(shown / DAY);
  return { day, minute: Math.floor((shown - day * DAY) / MINUTE) };
};

/**
 * When the wall of `zone` shows `minute` of `day`; 1440 and more is the day after. An hour that is there twice gives its
 * `first` or `last` moment; one that is skipped gives the moment at which the clocks go forward past it.
 */
export const instantAt = (
  { day, minute }: LocalTime,
  zone: string,
  which: 'first' | 'last' = 'first',
): Instant => {
  const shown = day * DAY + minute * MINUTE;
  const [before, after] = [offset(instant(shown - DAY), zone), offset(instant(shown + DAY), zone)];
  const found = [shown - before, shown - after].filter((at) => wall(instant(at), zone) === shown);
  if (found.length > 0) return instant(which === 'first' ? Math.min(...found) : Math.max(...found));
  let at = shown - after;
  while (offset(instant(at), zone) !== after) at += MINUTE;
  return instant(at);
};

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: LocalDay): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 1;

/** Throws a RangeError unless given a day as `YYYY-MM-DD`. */
export const localDay = (text: string): LocalDay => {
  const at = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(at)) throw new RangeError('a day is YYYY-MM-DD');
  return at / DAY;
};

/** A day as `YYYY-MM-DD`. */
export const dayText = (day: LocalDay): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The night lasts from midnight to this minute of the day on the wall: six in the morning. */
export const NIGHT_ENDS = 6 * 60;

/** Whether the wall of this time zone shows a time from 00:00 to 05:59. */
export const isNight = (at: Instant, zone: string): boolean => localTime(at, zone).minute < NIGHT_ENDS;
