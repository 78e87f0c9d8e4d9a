/** Days and times of day as people write them, read into the one form that is stored. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const LONGEST_DAY = 30;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const IN_WORDS = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.? (\d{4})$/i;
const TIME = /^(\d{1,2})[:.](\d{2})$/;
const FIRST_YEAR = 1900;

/** 1 to 12 for a month's name or the start of it, of three letters at least; 0 for anything else. */
const monthNamed = (name: string): number =>
  MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;

const partsOf = (text: string): readonly number[] | null => {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return yearFirst.slice(1).map(Number);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return dayFirst.slice(1).map(Number).reverse();
  const [, day = '', month = '', year = ''] = IN_WORDS.exec(text) ?? [];
  return day === '' ? null : [Number(year), monthNamed(month), Number(day)];
};

const padded = (number: number): string => String(number).padStart(2, '0');

/**
 * A day of the calendar as `yyyy-mm-dd`, from 1900 on. Read are `2026-11-30`, `30/11/2026` with `/`, `.`, `-` or a space,
 * always with the day first, and `30 November 2026` or `30 Nov 2026`. Null for anything else, such as 30 February.
 */
export const readDay = (text: string): string | null => {
  const parts = text.length > LONGEST_DAY ? null : partsOf(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere && year >= FIRST_YEAR ? `${year}-${padded(month)}-${padded(day)}` : null;
};

/** A time of day as `hh:mm`, 00:00 to 24:00. Read are `09:30`, `9:30` and `9.30`. Null for anything else. */
export const readTime = (text: string): string | null => {
  const [, hour = '', minute = ''] = TIME.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  if (hour === '' || Number(minute) > 59 || minutes > 24 * 60) return null;
  return `${padded(Number(hour))}:${minute}`;
};
