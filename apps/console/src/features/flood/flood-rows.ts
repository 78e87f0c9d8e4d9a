import type { Flood, LiveView } from '@warmline/contracts';
import { languageName } from '../../shared/i18n/language-name';
import { locale } from '../../shared/i18n/locale';
import { isInDanger } from '../../shared/safety/danger';
import { safetyWords } from '../../shared/safety/safety-words';
import { floodWords } from './flood-words';

type Waiting = LiveView['waiting'][number];

/** One chat of a flood, as the list tells of it. Nothing says where it came from. */
export interface FloodRow {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  /** It may be a person in need: the server sets it aside only if both supervisors ticked it. */
  readonly isRisky: boolean;
}

const time = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

export const timeOf = (at: number): string => time.format(at);

/** As the server judges it: also who is not sure if they are safe. */
const isRisky = ({ band, messages, safety }: Waiting): boolean =>
  band <= 2 || messages > 0 || isInDanger(safety);

/** Those of its chats that wait, the oldest first. */
export const rowsOf = ({ chats }: Flood, { waiting }: LiveView): readonly FloodRow[] => {
  const known = new Map(waiting.map((one) => [one.conversationId, one]));
  return chats
    .flatMap((id) => known.get(id) ?? [])
    .map((one) => ({
      value: one.conversationId,
      label: floodWords.came(timeOf(one.enteredAt), languageName(one.language)),
      hint: floodWords.about(floodWords.written(one.messages), safetyWords.answers[one.safety.answer]),
      isRisky: isRisky(one),
    }));
};
