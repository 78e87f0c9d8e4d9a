import type { PersonChoice } from './acts-requests';
import { dayIn, idIn } from './history-filter';

const DAY = 86_400_000;
/** Days that are asked about at once, at most, as the server has it too. */
const DAYS_MOST = 365;
/** Days up to today that are offered at first. */
const DAYS_AT_FIRST = 7;

const dayText = (at: number): string => {
  const day = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** What an address names: nobody, and the last days, where it names none. `now`: ms. */
export const personChoiceOf = (search: Readonly<Record<string, unknown>>, now: number): PersonChoice => ({
  person: idIn(search['person']) ?? '',
  from: dayIn(search['from']) ?? dayText(now - (DAYS_AT_FIRST - 1) * DAY),
  until: dayIn(search['until']) ?? dayText(now),
});

/** What is missing or wrong; null where it can be asked for. */
export const flawOfPerson = ({ person, from, until }: PersonChoice): 'choosePerson' | 'days' | null => {
  if (person === '') return 'choosePerson';
  const days = (Date.parse(until) - Date.parse(from)) / DAY + 1;
  return days >= 1 && days <= DAYS_MOST ? null : 'days';
};
