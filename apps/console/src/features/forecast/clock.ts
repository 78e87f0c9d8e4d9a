import { locale } from '../../shared/i18n/locale';
import { forecastWords } from './forecast-words';

const format = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

export const clock = (time: number): string => format.format(time);

const hour = new Intl.DateTimeFormat(locale.formats, { hour: 'numeric' });

/** As short as can be said, for a picture: all but the first begin at a full hour. */
export const hourWords = (from: number, isFirst: boolean): string =>
  isFirst ? forecastWords.now : hour.format(from);

/** The first stretch begins now, whatever minute that is. */
export const startWords = (from: number, isFirst: boolean): string =>
  isFirst ? forecastWords.now : clock(from);
