import { dayText, type Weekday } from '@warmline/calendar';
import type { DayChange, Span, WeekChange } from '@warmline/opening';
import { locale } from '../../../shared/i18n/locale';
import { setupWords } from '../setup-words';
import { WEEKDAYS } from './hours-draft';
import { hoursWords } from './hours-words';

const DAY_MINUTES = 1_440;
const inOneSentence = new Intl.ListFormat(locale.formats, { type: 'conjunction' });
const TWO_DIGITS = 2;

export const weekdayTold = (weekday: Weekday): string => setupWords.values[WEEKDAYS[weekday - 1] ?? 'monday'];

/** Three or more days in a row are told as a run: "Tuesday to Sunday". */
export const daysTold = (weekdays: readonly Weekday[]): string => {
  const runs: Weekday[][] = [];
  for (const weekday of weekdays) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  const told = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < 3 || first === undefined || last === undefined) return run.map(weekdayTold);
    return [hoursWords.runOf(weekdayTold(first), weekdayTold(last))];
  });
  return inOneSentence.format(told);
};

const timeTold = (minutes: number): string => {
  const minute = minutes % DAY_MINUTES;
  const [hours, rest] = [Math.floor(minute / 60), minute % 60];
  return [hours, rest].map((part) => String(part).padStart(TWO_DIGITS, '0')).join(':');
};

const spanTold = ({ opens, closes }: Span): string => {
  if (opens === 0 && closes === DAY_MINUTES) return hoursWords.allDay;
  const words = closes > DAY_MINUTES ? hoursWords.spanNext : hoursWords.span;
  return words(timeTold(opens), closes === DAY_MINUTES ? '24:00' : timeTold(closes));
};

export const spansTold = (spans: readonly Span[]): string => inOneSentence.format(spans.map(spanTold));

const lengthTold = (minutes: number): string => hoursWords.hours(Math.floor(minutes / 60), minutes % 60);

/** What saving changes, in sentences; what closes comes first. Empty when nothing changes. */
export const changeTold = (change: WeekChange): readonly string[] => {
  const { closed, changed, minutesLost, minutesGained, isAlwaysOpen } = change;
  if (minutesLost + minutesGained === 0) return [];
  if (isAlwaysOpen) return [hoursWords.willAlways];
  return [
    ...(closed.length === 0 ? [] : [hoursWords.willClose(daysTold(closed))]),
    ...changed.map(({ weekdays, spans }) => hoursWords.willOpen(daysTold(weekdays), spansTold(spans))),
    ...(minutesLost === 0 ? [] : [hoursWords.loses(lengthTold(minutesLost))]),
    ...(minutesGained === 0 ? [] : [hoursWords.gains(lengthTold(minutesGained))]),
  ];
};

/** Where hours that go past midnight end: "until 02:00 on Tuesday". Empty for hours that end on their own day. */
export const endTold = (weekday: Weekday, opens: number | null, closes: number | null): string => {
  if (opens === null || closes === null || closes > opens) return '';
  if (closes === 0) return hoursWords.untilMidnight;
  const next = setupWords.values[WEEKDAYS[weekday % WEEKDAYS.length] ?? 'monday'];
  const words = closes === opens ? hoursWords.allDayUntilNext : hoursWords.untilNext;
  return words(timeTold(closes), next);
};

const longDay = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'full', timeZone: 'UTC' });

/** What saving the holidays changes, a sentence a day. */
export const holidaysTold = (changes: readonly DayChange[]): readonly string[] =>
  changes.map(({ day, name, spans, isUsual }) => {
    const said = longDay.format(new Date(`${dayText(day)}T00:00:00Z`));
    const words = hoursWords.holidays;
    if (isUsual) return spans.length === 0 ? words.usualClosed(said) : words.usual(said, spansTold(spans));
    return spans.length === 0 ? words.willClose(said, name) : words.willOpen(said, name, spansTold(spans));
  });
