import { dayText, instantAt, localDay, weekdayOf, type LocalDay } from '@warmline/calendar';
import type { SetupRow } from '@warmline/contracts';
import type { PlannedBlock } from '@warmline/wellbeing';
import { minutesOf } from '../hours/hours-draft';

/** One shift while the rota is edited. A name for each that lasts as long as the draft: the rest of it may change. */
export interface DraftShift {
  readonly id: string;
  /** Sign-in name. */
  readonly person: string;
  /** yyyy-mm-dd; '' before it is chosen. */
  readonly day: string;
  readonly starts: string;
  /** At or before `starts`: on the day after. */
  readonly ends: string;
}

const DAY_MINUTES = 1_440;
const DAYS = 7;

export const shiftsOf = (rows: readonly SetupRow[]): readonly DraftShift[] =>
  rows.map((row, index) => ({
    id: `stored-${index}`,
    person: row['sign_in_name'] ?? '',
    day: row['day'] ?? '',
    starts: row['starts'] ?? '',
    ends: row['ends'] === '24:00' ? '00:00' : (row['ends'] ?? ''),
  }));

export const rowsOfShifts = (shifts: readonly DraftShift[]): SetupRow[] =>
  shifts.map(({ person, day, starts, ends }) => ({
    sign_in_name: person,
    day,
    starts,
    ends: minutesOf(ends) === 0 ? '24:00' : ends,
  }));

/** Monday of the week of a day (yyyy-mm-dd). */
export const mondayOf = (day: string): LocalDay => {
  const local = localDay(day);
  return local - (weekdayOf(local) - 1);
};

/** The seven days of a week (yyyy-mm-dd) from its Monday. */
export const daysOf = (monday: LocalDay): readonly string[] =>
  Array.from({ length: DAYS }, (_, index) => dayText(monday + index));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the rules judge; null for a shift that is not filled in. */
export const blockOf = ({ person, day, starts, ends }: DraftShift, zone: string): PlannedBlock | null => {
  const [from, to] = [minutesOf(starts), minutesOf(ends)];
  if (from === null || to === null || !DAY.test(day)) return null;
  const local = localDay(day);
  return {
    person,
    beginsAt: instantAt({ day: local, minute: from }, zone),
    endsAt: instantAt({ day: local, minute: to <= from ? to + DAY_MINUTES : to }, zone, 'last'),
  };
};

const isSameShift = (left: DraftShift, right: DraftShift): boolean =>
  left.person === right.person && left.day === right.day && left.starts === right.starts;

/** With this shift in the place of the one it was, or added. */
export const withShift = (shifts: readonly DraftShift[], shift: DraftShift): readonly DraftShift[] =>
  shifts.some(({ id }) => id === shift.id)
    ? shifts.map((other) => (other.id === shift.id ? shift : other))
    : [...shifts, shift];

export const withoutShift = (shifts: readonly DraftShift[], id: string): readonly DraftShift[] =>
  shifts.filter((shift) => shift.id !== id);

/** Names of new shifts, each used once while the page is open. */
let made = 0;
export const newId = (): string => `new-${(made += 1)}`;

const later = (day: string, days: number): string => dayText(localDay(day) + days);

/** These shifts as many weeks later, except where the same person begins one at that time already. */
const copied = (
  shifts: readonly DraftShift[],
  copies: readonly DraftShift[],
  weeks: number,
): readonly DraftShift[] => {
  const moved = copies.map((shift) => ({ ...shift, id: newId(), day: later(shift.day, weeks * DAYS) }));
  return [...shifts, ...moved.filter((shift) => !shifts.some((other) => isSameShift(other, shift)))];
};

/** A shift again in each of the next weeks. */
export const repeated = (
  shifts: readonly DraftShift[],
  shift: DraftShift,
  weeks: number,
): readonly DraftShift[] =>
  Array.from({ length: weeks }, (_, index) => index + 1).reduce(
    (all, week) => copied(all, [shift], week),
    shifts,
  );

/** The shifts of one week, a week later too. */
export const weekCopied = (shifts: readonly DraftShift[], monday: LocalDay): readonly DraftShift[] => {
  const days = daysOf(monday);
  return copied(
    shifts,
    shifts.filter(({ day }) => days.includes(day)),
    1,
  );
};

/** What is missing in a shift before it can be in the plan. */
export const shiftMistakes = (
  shift: DraftShift,
  others: readonly DraftShift[],
): Partial<Record<'person' | 'day' | 'starts' | 'ends', 'missing' | 'twice'>> => ({
  ...(shift.person === '' ? { person: 'missing' } : {}),
  ...(DAY.test(shift.day) ? {} : { day: 'missing' }),
  ...(minutesOf(shift.starts) === null ? { starts: 'missing' } : {}),
  ...(minutesOf(shift.ends) === null ? { ends: 'missing' } : {}),
  ...(others.some((other) => other.id !== shift.id && isSameShift(other, shift)) ? { starts: 'twice' } : {}),
});

export interface RotaCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const written = ({ person, day, starts, ends }: DraftShift): string => [person, day, starts, ends].join(' ');

/** What the draft changes, in shifts. */
export const countChanges = (stored: readonly DraftShift[], draft: readonly DraftShift[]): RotaCounts => {
  const before = new Map(stored.map((shift) => [shift.id, written(shift)]));
  const kept = new Set(draft.map(({ id }) => id));
  return {
    added: draft.filter(({ id }) => !before.has(id)).length,
    changed: draft.filter((shift) => before.has(shift.id) && before.get(shift.id) !== written(shift)).length,
    removed: stored.filter(({ id }) => !kept.has(id)).length,
  };
};
