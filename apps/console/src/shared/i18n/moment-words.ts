import { locale } from './locale';
import { minutes } from './spans';

const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });
const timeOfWeek = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

const calendarDay = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'long', timeZone: 'UTC' });
const typedDay = new Intl.DateTimeFormat(locale.formats, {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});
const STORED_DAY = /^\d{4}-\d{2}-\d{2}$/;

const dayAs = (format: Intl.DateTimeFormat, day: string): string =>
  STORED_DAY.test(day) ? format.format(new Date(`${day}T00:00:00Z`)) : day;

/** A stored day (yyyy-mm-dd) in words, such as 30 November 2026; anything else as it is. */
export const dayWords = (day: string): string => dayAs(calendarDay, day);

/** A stored day (yyyy-mm-dd) as people type it, such as 30/11/2026; anything else as it is. */
export const dayTyped = (day: string): string => dayAs(typedDay, day);

/** A span (ms) in whole minutes, at least one. */
export const spanWords = (span: number): string => minutes(Math.max(1, Math.round(span / 60_000)));

/** A moment to come as people say it: with its day, where that is another one than today. */
export const momentWords = (at: number, now: number): string =>
  (new Date(at).toDateString() === new Date(now).toDateString() ? timeOfDay : timeOfWeek).format(at);

const weekday = new Intl.DateTimeFormat(locale.formats, { weekday: 'long' });

/** The same inside a sentence: "at 22:06" today, "on Tuesday at 00:06" on another day. */
export const atMoment = (at: number, now: number): string => {
  const time = timeOfDay.format(at);
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? `at ${time}` : `on ${weekday.format(at)} at ${time}`;
};
