import type { Weekday } from '@warmline/calendar';
import type { SetupRow } from '@warmline/contracts';
import type { Span, Week } from '@warmline/opening';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

const NUMBERS: Readonly<Record<WeekdayName, Weekday>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};
export const numberOf = (name: WeekdayName): Weekday => NUMBERS[name];

/** Hours of one day as they are typed. */
export interface DraftSpan {
  readonly opens: string;
  readonly closes: string;
}

/** The week while someone edits it. Set hours without any span are not saved: they would mean "always open". */
export interface HoursDraft {
  readonly isAlways: boolean;
  readonly week: Readonly<Record<WeekdayName, readonly DraftSpan[]>>;
}

const weekWith = (spansOn: (day: WeekdayName) => readonly DraftSpan[]): HoursDraft['week'] => ({
  monday: spansOn('monday'),
  tuesday: spansOn('tuesday'),
  wednesday: spansOn('wednesday'),
  thursday: spansOn('thursday'),
  friday: spansOn('friday'),
  saturday: spansOn('saturday'),
  sunday: spansOn('sunday'),
});

const DAY_MINUTES = 1_440;
const TIME = /^(\d{1,2})[:.](\d{2})$/;

/** Minutes since midnight, 0 to 1440; null for what is no time of day. */
export const minutesOf = (text: string): number | null => {
  const [, hour = '', minute = ''] = TIME.exec(text.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour === '' || Number(minute) > 59 || minutes > DAY_MINUTES ? null : minutes;
};

/** A native field has no 24:00: midnight is 00:00 there, and 24:00 where it is stored. */
export const asTyped = (closes: string): string => (closes === '24:00' ? '00:00' : closes);
export const asStored = (closes: string): string => (minutesOf(closes) === 0 ? '24:00' : closes);

export const draftOf = (rows: readonly SetupRow[]): HoursDraft => ({
  isAlways: rows.length === 0,
  week: weekWith((day) =>
    rows
      .filter((row) => row['weekday'] === day)
      .map((row) => ({ opens: row['opens'] ?? '', closes: asTyped(row['closes'] ?? '') })),
  ),
});

/** The list as it is saved: no row for a chat that is always open. */
export const rowsOf = ({ isAlways, week }: HoursDraft): SetupRow[] =>
  isAlways
    ? []
    : WEEKDAYS.flatMap((weekday) =>
        week[weekday].map(({ opens, closes }) => ({ weekday, opens, closes: asStored(closes) })),
      );

export const spanOf = ({ opens, closes }: DraftSpan): Span | null => {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  if (from === null || to === null) return null;
  return { opens: from, closes: to <= from ? to + DAY_MINUTES : to };
};

/** The week that the rules judge; spans that are not filled in are left out. */
export const weekOf = ({ isAlways, week }: HoursDraft): Week =>
  isAlways
    ? null
    : new Map(
        WEEKDAYS.map((day) => [
          numberOf(day),
          week[day].map(spanOf).filter((span): span is Span => span !== null),
        ]),
      );

export interface SpanMistake {
  readonly day: WeekdayName;
  readonly index: number;
  readonly field: 'opens' | 'closes';
  readonly kind: 'no_time' | 'overlap';
}

const mistakeIn = (spans: readonly DraftSpan[], index: number): Omit<SpanMistake, 'day' | 'index'> | null => {
  const draft = spans[index] ?? { opens: '', closes: '' };
  if (minutesOf(draft.opens) === null) return { field: 'opens', kind: 'no_time' };
  const span = spanOf(draft);
  if (span === null) return { field: 'closes', kind: 'no_time' };
  const overlaps = spans.slice(0, index).some((earlier) => {
    const other = spanOf(earlier);
    return other !== null && span.opens < other.closes && other.opens < span.closes;
  });
  return overlaps ? { field: 'opens', kind: 'overlap' } : null;
};

/** What has to be put right before the week can be saved. */
export const mistakesIn = ({ isAlways, week }: HoursDraft): readonly SpanMistake[] =>
  isAlways
    ? []
    : WEEKDAYS.flatMap((day) =>
        week[day].flatMap((_, index) => {
          const mistake = mistakeIn(week[day], index);
          return mistake === null ? [] : [{ day, index, ...mistake }];
        }),
      );

export const hasNoHours = ({ isAlways, week }: HoursDraft): boolean =>
  !isAlways && WEEKDAYS.every((day) => week[day].length === 0);

export const withDay = (draft: HoursDraft, day: WeekdayName, spans: readonly DraftSpan[]): HoursDraft => ({
  ...draft,
  week: { ...draft.week, [day]: spans },
});

/** The hours of one day on these days too. */
export const copiedTo = (draft: HoursDraft, from: WeekdayName, days: readonly WeekdayName[]): HoursDraft => ({
  ...draft,
  week: weekWith((day) => (days.includes(day) ? draft.week[from] : draft.week[day])),
});

/** What a person who opens the chat for the first time starts from. */
export const FIRST_SPAN: DraftSpan = { opens: '09:00', closes: '17:00' };
