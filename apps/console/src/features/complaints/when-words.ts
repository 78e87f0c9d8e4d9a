import { locale } from '../../shared/i18n/locale';

const moment = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium', timeStyle: 'short' });
const calendarDay = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium' });

/** A moment (ms) with its day, such as 30 Nov 2026, 21:05. */
export const whenWords = (at: number): string => moment.format(at);

/** Only the day: what is written after a chat is not shown with a time that would tell which chat it was. */
export const dayOf = (at: number): string => calendarDay.format(at);
