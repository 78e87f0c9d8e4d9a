import type { ReportRange } from '@warmline/contracts';

/** Days of one report, at most, as the server has it too. */
export const DAYS_MOST = 92;

const DAY = 86_400_000;
const STORED_DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: unknown): text is string =>
  typeof text === 'string' && STORED_DAY.test(text) && !Number.isNaN(Date.parse(text));

export type DatesFlaw = 'missing' | 'after' | 'future' | 'most';

export interface Dates {
  readonly from: string;
  readonly until: string;
}

/** What is wrong with two dates that a person chose; null of nothing. `today` is the service's. */
export const flawOf = ({ from, until }: Dates, today: string): DatesFlaw | null => {
  if (!isDay(from) || !isDay(until)) return 'missing';
  if (from > until) return 'after';
  if (from > today) return 'future';
  return (Date.parse(until) - Date.parse(from)) / DAY + 1 > DAYS_MOST ? 'most' : null;
};

/** The range that an address names; today where it names none that can be shown. */
export const rangeOf = (search: Readonly<Record<string, unknown>>): ReportRange => {
  const { days, from, until } = search;
  const named = String(days);
  if (named === '7' || named === '28') return { days: named };
  if (isDay(from) && isDay(until) && flawOf({ from, until }, until) === null) return { from, until };
  return { days: '1' };
};

/** How an address names it: nothing for today. */
export const searchOf = (range: ReportRange): Readonly<Record<string, string | number>> => {
  if (!('days' in range)) return { ...range };
  return range.days === '1' ? {} : { days: Number(range.days) };
};

export const queryOf = (range: ReportRange): string => new URLSearchParams({ ...range }).toString();

/** Named ranges go up to today, so they change while they are looked at. */
export const goesOn = (range: ReportRange): boolean => 'days' in range;
