import { instantAt, localTime, weekdayOf, type LocalDay, type Weekday } from '@warmline/calendar';
import { DAY, instant, type Instant } from '@warmline/kernel';

/** From one time on the wall to another, in minutes since midnight; `closes` past 1440 is on the day after. */
export interface Span {
  /** 0 to 1439. */
  readonly opens: number;
  /** More than `opens`, at most 2880. */
  readonly closes: number;
}

/** A holiday, or a day with hours of its own. No spans: closed all day. */
export interface HoursException {
  readonly day: LocalDay;
  readonly spans: readonly Span[];
  /** Such as Christmas Day; '' or left out for none. */
  readonly name?: string;
}

export interface OpeningHours {
  /** IANA name; the hours are those of the wall there, whatever the clocks do. */
  readonly zone: string;
  /** Null: around the clock. A weekday that is not there is closed. */
  readonly weekly: ReadonlyMap<Weekday, readonly Span[]> | null;
  readonly exceptions: readonly HoursException[];
}

/** A time without a break in which the hours say open. */
export interface Period {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** How far ahead is looked for an opening or a closing (days). */
const AHEAD = 60;

const ALL_DAY: readonly Span[] = [{ opens: 0, closes: 1_440 }];

const spansOf = (day: LocalDay, { weekly, exceptions }: OpeningHours): readonly Span[] => {
  const exception = exceptions.find((other) => other.day === day);
  if (exception !== undefined) return exception.spans;
  return weekly === null ? ALL_DAY : (weekly.get(weekdayOf(day)) ?? []);
};

/** What the day is called that is closed all day by an exception; null on any other day, and for one without a name. */
export const holidayAt = ({ zone, exceptions }: OpeningHours, now: Instant): string | null => {
  const { day } = localTime(now, zone);
  const today = exceptions.find((other) => other.day === day && other.spans.length === 0);
  return today?.name === undefined || today.name === '' ? null : today.name;
};

/** Clocks that go forward can skip a whole span: it opens and closes at one moment, so it never was. */
const periodsOf = (day: LocalDay, hours: OpeningHours): Period[] =>
  spansOf(day, hours)
    .map(({ opens, closes }) => ({
      opensAt: instantAt({ day, minute: opens }, hours.zone),
      closesAt: instantAt({ day, minute: closes }, hours.zone, 'last'),
    }))
    .filter(({ opensAt, closesAt }) => opensAt < closesAt);

/** Spans that touch or overlap are one time without a break. */
const joined = (periods: readonly Period[]): Period[] => {
  const found: Period[] = [];
  for (const period of [...periods].sort((left, right) => left.opensAt - right.opensAt)) {
    const last = found.at(-1);
    if (last === undefined || period.opensAt > last.closesAt) found.push(period);
    else if (period.closesAt > last.closesAt)
      found[found.length - 1] = { opensAt: last.opensAt, closesAt: period.closesAt };
  }
  return found;
};

const periodsFrom = (hours: OpeningHours, at: Instant, days: number): Period[] => {
  const { day } = localTime(at, hours.zone);
  // The day before may reach past midnight.
  const around = Array.from({ length: days + 2 }, (_, index) => day - 1 + index);
  return joined(around.flatMap((one) => periodsOf(one, hours))).filter(({ closesAt }) => closesAt > at);
};

/** The times in which the hours say open, from one moment until another, cut off at both. */
export const openPeriods = (hours: OpeningHours, from: Instant, until: Instant): Period[] => {
  const days = Math.ceil((until - from) / DAY) + 1;
  return periodsFrom(hours, from, days).flatMap(({ opensAt, closesAt }) => {
    const period = {
      opensAt: instant(Math.max(opensAt, from)),
      closesAt: instant(Math.min(closesAt, until)),
    };
    return period.opensAt < period.closesAt ? [period] : [];
  });
};

/** The hours at one moment: within a period, or before the next one. */
export interface HoursNow {
  readonly isOpen: boolean;
  /** When this period closes; null while closed, and when no closing is known. */
  readonly closesAt: Instant | null;
  /** The next opening after this moment; null when none is known. */
  readonly nextOpening: Instant | null;
}

const NEVER_CLOSED: HoursNow = { isOpen: true, closesAt: null, nextOpening: null };

/** Looks two days ahead first, and as far as 60 where that shows no change. */
export const hoursAt = (hours: OpeningHours, at: Instant): HoursNow => {
  if (hours.weekly === null && hours.exceptions.length === 0) return NEVER_CLOSED;
  const near = readOff(periodsFrom(hours, at, 2), at);
  const isNear = near.nextOpening !== null && (!near.isOpen || near.closesAt !== null);
  return isNear ? near : readOff(periodsFrom(hours, at, AHEAD), at);
};

const readOff = (periods: readonly Period[], at: Instant): HoursNow => {
  const [first, second] = periods;
  if (first === undefined) return { isOpen: false, closesAt: null, nextOpening: null };
  if (first.opensAt > at) return { isOpen: false, closesAt: null, nextOpening: first.opensAt };
  const nextOpening = second?.opensAt ?? null;
  // A period that lasts as far as the search looks has no known closing.
  return {
    isOpen: true,
    closesAt: nextOpening === null ? closingOf(first, at) : first.closesAt,
    nextOpening,
  };
};

const closingOf = ({ closesAt }: Period, at: Instant): Instant | null =>
  closesAt - at > 2 * DAY ? null : closesAt;
