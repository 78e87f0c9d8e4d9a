import type { Weekday } from '@warmline/calendar';
import type { OpeningHours, Span } from './opening-hours';

/** The hours of a week; null for around the clock. */
export type Week = OpeningHours['weekly'];

/** Weekdays that get the same hours. */
export interface NewHours {
  readonly weekdays: readonly Weekday[];
  readonly spans: readonly Span[];
}

/** What a new week changes, in the order of the week from Monday. */
export interface WeekChange {
  /** Days that had hours and have none. */
  readonly closed: readonly Weekday[];
  /** Days that have other hours than before, those with the same hours together. */
  readonly changed: readonly NewHours[];
  /** Minutes of the week in which the chat was open and is closed, and the other way round. */
  readonly minutesLost: number;
  readonly minutesGained: number;
  /** The chat is open in every minute of the new week. */
  readonly isAlwaysOpen: boolean;
}

const DAY_MINUTES = 1_440;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WEEK_MINUTES = DAY_MINUTES * WEEKDAYS.length;
const ALL_DAY: readonly Span[] = [{ opens: 0, closes: DAY_MINUTES }];

const spansOn = (week: Week, weekday: Weekday): readonly Span[] =>
  week === null ? ALL_DAY : [...(week.get(weekday) ?? [])].sort((left, right) => left.opens - right.opens);

/** One entry for each minute of the week from Monday 00:00: 1 where it is open. Sunday night goes on into Monday. */
const openMinutes = (week: Week): Uint8Array => {
  const minutes = new Uint8Array(WEEK_MINUTES);
  for (const weekday of WEEKDAYS)
    for (const { opens, closes } of spansOn(week, weekday))
      for (let minute = opens; minute < closes; minute += 1)
        minutes[((weekday - 1) * DAY_MINUTES + minute) % WEEK_MINUTES] = 1;
  return minutes;
};

const written = (spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => `${opens}-${closes}`).join(' ');

/** Days with the same new hours together, in the order of the first of them. */
const together = (week: Week, weekdays: readonly Weekday[]): NewHours[] => {
  const found = new Map<string, { weekdays: Weekday[]; spans: readonly Span[] }>();
  for (const weekday of weekdays) {
    const spans = spansOn(week, weekday);
    const same = found.get(written(spans));
    if (same === undefined) found.set(written(spans), { weekdays: [weekday], spans });
    else same.weekdays.push(weekday);
  }
  return [...found.values()];
};

/**
 * What changes when a week of hours takes the place of another. Only minutes count: a week written in another way that is open
 * at the same times has no change.
 */
export const weekChange = (before: Week, after: Week): WeekChange => {
  const [was, is] = [openMinutes(before), openMinutes(after)];
  const minutesLost = was.filter((open, minute) => open > (is[minute] ?? 0)).length;
  const minutesGained = is.filter((open, minute) => open > (was[minute] ?? 0)).length;
  const isAlwaysOpen = is.every((open) => open === 1);
  if (minutesLost + minutesGained === 0)
    return { closed: [], changed: [], minutesLost, minutesGained, isAlwaysOpen };
  const other = WEEKDAYS.filter(
    (weekday) => written(spansOn(before, weekday)) !== written(spansOn(after, weekday)),
  );
  const closed = other.filter((weekday) => spansOn(after, weekday).length === 0);
  const changed = together(
    after,
    other.filter((weekday) => !closed.includes(weekday)),
  );
  return { closed, changed, minutesLost, minutesGained, isAlwaysOpen };
};
