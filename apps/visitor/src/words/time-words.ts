import { locale } from './words';

const HOURS_18 = 64_800_000;
const time = { hour: 'numeric', minute: '2-digit' } as const;

/** A moment as a person here would say it: the time, and the day where it is not within 18 hours. */
export const momentWords = (at: number, now = Date.now()): string =>
  new Intl.DateTimeFormat(locale.formats, at - now > HOURS_18 ? { weekday: 'long', ...time } : time).format(
    at,
  );
