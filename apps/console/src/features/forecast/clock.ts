import { words } from '../../app/words';

const format = new Intl.DateTimeFormat(words.language, { hour: '2-digit', minute: '2-digit' });

export const clock = (time: number): string => format.format(time);

/** The first stretch begins now, whatever minute that is. */
export const startWords = (from: number, isFirst: boolean): string =>
  isFirst ? words.forecast.now : clock(from);
