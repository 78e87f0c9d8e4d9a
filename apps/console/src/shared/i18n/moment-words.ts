import { locale } from './locale';
import { minutes } from './spans';

const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });
const timeOfWeek = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** A span (ms) in whole minutes, at least one. */
export const spanWords = (span: number): string => minutes(Math.max(1, Math.round(span / 60_000)));

/** A moment to come as people say it: with its day, where that is another one than today. */
export const momentWords = (at: number, now: number): string =>
  (new Date(at).toDateString() === new Date(now).toDateString() ? timeOfDay : timeOfWeek).format(at);
