import type { PlannedShift, ShiftSwapView, Training } from '@warmline/contracts';
import { locale } from '../../shared/i18n/locale';
import { moduleName } from '../../shared/i18n/obstacle-words';
import { rotaWords } from './rota-words';

/** A shift by the wall of the service, wherever this device is. */
export const shiftTold = ({ beginsAt, endsAt }: PlannedShift, zone: string): string => {
  const day = new Intl.DateTimeFormat(locale.formats, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  });
  const time = new Intl.DateTimeFormat(locale.formats, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  return rotaWords.shift(day.format(beginsAt), time.format(beginsAt), time.format(endsAt));
};

export const swapTold = ({ mine, by, of, given }: ShiftSwapView, zone: string): string => {
  const shift = shiftTold(given, zone);
  if (mine === 'answers') return rotaWords.asksYou(by, shift);
  return mine === 'asked' ? rotaWords.youAsk(of, shift) : rotaWords.takes(by, of, shift);
};

const longDay = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'long' });

/** "Lapsed" only of what was valid once; what was never recorded is missing. */
export const trainingTold = ({ module, state, expiresAt }: Training): string => {
  const name = moduleName(module);
  if (state === 'missing' || expiresAt === null) return rotaWords.missing(name);
  // It is valid to the end of its last day.
  return rotaWords[state](name, longDay.format(expiresAt - 1));
};
