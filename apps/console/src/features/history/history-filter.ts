import type { HistoryFilter, Outcome } from '@warmline/contracts';
import { END_REASONS, SAFETY_ANSWERS } from '@warmline/vocabulary';

/** Written here, since the schemas would come along with the list of the contracts. */
export const OUTCOMES: readonly Outcome[] = ['calmer', 'same', 'worse', 'unknown'];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TOPIC = /^[a-z][a-z0-9_]{0,59}$/;
const DAY = /^[2-9]\d{3}-\d{2}-\d{2}$/;

/** What is chosen on the page, as its address has it: days as `YYYY-MM-DD`, both inclusive. Null is any. */
export interface HistoryChoice extends Omit<HistoryFilter, 'from' | 'until'> {
  readonly from: string | null;
  readonly until: string | null;
}

const oneOf = <Value extends string>(values: readonly Value[], text: unknown): Value | null =>
  values.find((value) => value === text) ?? null;

const like = (form: RegExp, text: unknown): string | null =>
  typeof text === 'string' && form.test(text) ? text : null;

/** A day of the calendar, `YYYY-MM-DD`; null for anything else. */
export const dayIn = (text: unknown): string | null => {
  const day = like(DAY, text);
  return day === null || Number.isNaN(Date.parse(day)) ? null : day;
};

/** The id of someone or something; null for anything else. */
export const idIn = (text: unknown): string | null => like(ID, text);

/** What an address names. What it does not know it leaves out. */
export const choiceOf = (search: Readonly<Record<string, unknown>>): HistoryChoice => ({
  responder: like(ID, search['responder']),
  safety: oneOf(SAFETY_ANSWERS, search['safety']),
  ended: oneOf(END_REASONS, search['ended']),
  outcome: oneOf(OUTCOMES, search['outcome']),
  topic: like(TOPIC, search['topic']),
  from: dayIn(search['from']),
  until: dayIn(search['until']),
});

/** How an address names it: nothing for any. */
export const searchOf = (choice: HistoryChoice): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(choice).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** The first moment of a day on this device, or of the day after it; as a text, since it is large. */
export const startOfDay = (day: string | null, daysLater: number): string | null => {
  if (day === null) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return String(new Date(year, month - 1, date + daysLater).getTime());
};

/** The same as the server is asked for it. */
export const filterOf = ({ from, until, ...rest }: HistoryChoice): HistoryFilter => ({
  ...rest,
  from: startOfDay(from, 0),
  until: startOfDay(until, 1),
});

/** Whether nothing is chosen. */
export const isAny = (choice: HistoryChoice): boolean =>
  Object.values(choice).every((value) => value === null);

/** Whether the last day is before the first. */
export const isBackwards = ({ from, until }: HistoryChoice): boolean =>
  from !== null && until !== null && until < from;
