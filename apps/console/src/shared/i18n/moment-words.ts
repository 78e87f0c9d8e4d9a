import { words } from './words';

const timeOfDay = new Intl.DateTimeFormat(words.formats, { hour: '2-digit', minute: '2-digit' });
const timeOfWeek = new Intl.DateTimeFormat(words.formats, {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** A span (ms) in whole minutes, at least one. */
export const spanWords = (span: number): string => words.minutes(Math.max(1, Math.round(span / 60_000)));

/** A moment to come as people say it: with its day, where that is another one than today. */
export const momentWords = (at: number, now: number): string =>
  (new Date(at).toDateString() === new Date(now).toDateString() ? timeOfDay : timeOfWeek).format(at);
