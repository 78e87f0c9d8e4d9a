import { locale, words } from './catalogue';

const HOURS_18 = 64_800_000;

const format = (at: number, shape: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale.formats, shape).format(at);

/** A time of the day; no one reads 00:00 and knows which night it is. */
export const timeWords = (at: number): string => {
  const date = new Date(at);
  return date.getHours() === 0 && date.getMinutes() === 0
    ? words.midnight
    : format(at, { hour: 'numeric', minute: '2-digit' });
};

/** When it opens, as a person here would say it: the time, and the day where it is not within 18 hours. */
export const opensWords = (at: number, now = Date.now()): string =>
  at - now > HOURS_18
    ? words.opensOn(timeWords(at), format(at, { weekday: 'long' }))
    : words.opens(timeWords(at));
