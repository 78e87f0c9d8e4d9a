import { weekdayOf, type LocalDay } from '@warmline/calendar';
import type { HoursException, Span } from './opening-hours';
import type { Week } from './week-change';

/** How the hours of one day of the calendar change. */
export interface DayChange {
  readonly day: LocalDay;
  /** What the day is called; '' for none. */
  readonly name: string;
  /** None: closed all day. */
  readonly spans: readonly Span[];
  /** It has the hours of every week again. */
  readonly isUsual: boolean;
  /** The chat is closed in some minutes of this day in which it was open. */
  readonly closes: boolean;
}

const ALL_DAY: readonly Span[] = [{ opens: 0, closes: 1_440 }];

const usual = (week: Week, day: LocalDay): readonly Span[] =>
  week === null ? ALL_DAY : (week.get(weekdayOf(day)) ?? []);

const covers = (spans: readonly Span[], minute: number): boolean =>
  spans.some(({ opens, closes }) => opens <= minute && minute < closes);

/** Whether some minute of these spans is in none of the others. Spans change only where one of them begins or ends. */
const losesTo = (spans: readonly Span[], others: readonly Span[]): boolean => {
  const edges = [...spans, ...others].flatMap(({ opens, closes }) => [opens, closes]);
  return edges.some((minute) => covers(spans, minute) && !covers(others, minute));
};

const written = (spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => `${opens}-${closes}`).join(' ');

/** How one day changes; null when its hours stay. Undefined: it has the hours of every week. */
const changeOf = (
  day: LocalDay,
  [earlier, now]: readonly [HoursException | undefined, HoursException | undefined],
  week: Week,
): DayChange | null => {
  const from = earlier?.spans ?? usual(week, day);
  const spans = now?.spans ?? usual(week, day);
  if (written(from) === written(spans)) return null;
  const { name = '' } = now ?? earlier ?? {};
  return { day, name, spans, isUsual: now === undefined, closes: losesTo(from, spans) };
};

/** The days whose hours change when these exceptions take the place of others, in the order of the calendar. */
export const exceptionChanges = (
  before: readonly HoursException[],
  after: readonly HoursException[],
  week: Week,
): DayChange[] => {
  const on = (list: readonly HoursException[], day: LocalDay): HoursException | undefined =>
    list.find((one) => one.day === day);
  const days = [...new Set([...before, ...after].map(({ day }) => day))].sort((left, right) => left - right);
  return days
    .map((day) => changeOf(day, [on(before, day), on(after, day)], week))
    .filter((change) => change !== null);
};
