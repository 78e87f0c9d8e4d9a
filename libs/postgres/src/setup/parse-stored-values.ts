import type { Value, Values } from '@warmline/setup';
import { list, number, text, UnexpectedRow, type Column } from '../connection/parse-rows';

const value: Column<Value> = (answer) => {
  if (answer === null || typeof answer === 'boolean') return answer;
  if (typeof answer === 'number') return number(answer);
  return Array.isArray(answer) ? list(value)(answer) : text(answer);
};

/** A row of a list as its table keeps it; which columns it has, the list's mapping says. */
export const storedValues: Column<Values> = (answer) => {
  if (typeof answer !== 'object' || answer === null) throw new UnexpectedRow('expected a row');
  return Object.fromEntries(Object.entries(answer).map(([name, stored]) => [name, value(stored)]));
};
