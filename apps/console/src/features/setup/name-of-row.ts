import type { SetupList, SetupRow } from '@warmline/contracts';
import { languagesOf } from './find-rows';
import { cellTold, languageOf } from './setup-told';
import { setupWords } from './setup-words';

/** A row about a day is one of several: it takes its whole key to tell it apart. */
/** What the name of a row depends on: its columns, and whether there are rows in several languages. */
export type Described = Pick<SetupList, 'list' | 'columns' | 'key' | 'rows'>;

const namesOf = ({ key }: Described): readonly string[] =>
  key.includes('day') || key.includes('weekday') ? key : [key[key.length > 1 ? 1 : 0] ?? 'name'];

/** What a row is called in buttons and sentences. */
export const nameOfRow = (list: Described, row: SetupRow): string => {
  const names = namesOf(list);
  const told = list.columns
    .filter(({ name }) => names.includes(name) && (row[name] ?? '') !== '')
    .map((column) => cellTold(column, row[column.name] ?? ''))
    .join(', ');
  if (told === '') return setupWords.lists[list.list].one;
  // The same text in two languages is two rows.
  return languagesOf(list).length === 0 ? told : `${told}, ${languageOf(row['language'] ?? '')}`;
};
