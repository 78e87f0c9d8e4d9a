import { localDay } from '@warmline/calendar';
import type { SetupRow } from '@warmline/contracts';
import type { HoursException } from '@warmline/opening';
import { asStored, asTyped, minutesOf, spanOf, type DraftSpan } from './hours-draft';

/** One holiday as it is typed. No spans: closed all day. */
export interface DraftHoliday {
  /** yyyy-mm-dd, as a native field gives it; '' before it is chosen. */
  readonly day: string;
  readonly name: string;
  readonly spans: readonly DraftSpan[];
}

const byDay = (left: DraftHoliday, right: DraftHoliday): number => left.day.localeCompare(right.day);

/** One holiday for all rows of a day. */
export const holidaysOf = (rows: readonly SetupRow[]): readonly DraftHoliday[] => {
  const days = new Map<string, DraftHoliday>();
  for (const row of rows) {
    const day = row['day'] ?? '';
    const known = days.get(day) ?? { day, name: row['name'] ?? '', spans: [] };
    const opens = row['opens'] ?? '';
    const span = { opens, closes: asTyped(row['closes'] ?? '') };
    days.set(day, opens === '' ? known : { ...known, spans: [...known.spans, span] });
  }
  return [...days.values()].sort(byDay);
};

/** One row for each span, and one for a day that is closed. */
export const rowsOfHolidays = (holidays: readonly DraftHoliday[]): SetupRow[] =>
  [...holidays].sort(byDay).flatMap(({ day, name, spans }) => {
    if (spans.length === 0) return [{ day, name, opens: '', closes: '' }];
    return spans.map(({ opens, closes }) => ({ day, name, opens, closes: asStored(closes) }));
  });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the rules judge; what is not filled in is left out. */
export const exceptionsOf = (holidays: readonly DraftHoliday[]): HoursException[] =>
  holidays.flatMap(({ day, name, spans }) => {
    if (!DAY.test(day)) return [];
    const read = spans.map(spanOf).filter((span) => span !== null);
    return read.length < spans.length ? [] : [{ day: localDay(day), name, spans: read }];
  });

/** What is wrong with each holiday, by its place; null for one that can be saved. */
export const holidayMistakes = (
  holidays: readonly DraftHoliday[],
): readonly ('no_day' | 'twice' | 'no_name' | 'no_time' | null)[] =>
  holidays.map(({ day, name, spans }, index) => {
    if (!DAY.test(day)) return 'no_day';
    if (holidays.findIndex((other) => other.day === day) < index) return 'twice';
    if (name.trim() === '') return 'no_name';
    const isTimed = spans.every(
      ({ opens, closes }) => minutesOf(opens) !== null && minutesOf(closes) !== null,
    );
    return isTimed ? null : 'no_time';
  });

/** Days that are over say nothing any more; they stay in the list. */
export const isOver = ({ day }: DraftHoliday, today: string): boolean => day !== '' && day < today;
