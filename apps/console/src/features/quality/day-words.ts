import { locale } from '../../shared/i18n/locale';

const day = new Intl.DateTimeFormat(locale.formats, { day: 'numeric', month: 'short' });
const dayAndTime = new Intl.DateTimeFormat(locale.formats, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A day of this year or the last, such as 3 Nov. */
export const shortDay = (at: number): string => day.format(at);

/** A moment some days away, such as Mon 3 Nov, 21:40. */
export const dayWithTime = (at: number): string => dayAndTime.format(at);
