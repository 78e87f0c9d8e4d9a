import type { SetupColumn, SetupRow, SetupList } from '@warmline/contracts';
import { cellTold } from './setup-told';

/** What a person searches for in a long list. */
export interface Sought {
  readonly text: string;
  /** Null: of every language. */
  readonly language: string | null;
  readonly onlyOwn: boolean;
}

export const EVERYTHING: Sought = { text: '', language: null, onlyOwn: false };

/** Rows: a list of this length or shorter has no search. */
const LONG_LIST = 20;

export const isLong = ({ rows }: SetupList): boolean => rows.length > LONG_LIST;

/** Whether the charity has said something in a default row. */
export const isOwn = (list: SetupList, row: SetupRow): boolean =>
  list.defaults === 'only' && changeable(list).some((name) => (row[name] ?? '') !== '');

/** The default row. */
export const asDefault = (list: SetupList, row: SetupRow): SetupRow => ({
  ...row,
  ...Object.fromEntries(changeable(list).map((name) => [name, ''])),
});

const changeable = ({ columns, key }: SetupList): readonly string[] =>
  columns.filter(({ fixed, name }) => !fixed && !key.includes(name)).map(({ name }) => name);

/** The languages of a list whose rows are of more than one. */
export const languagesOf = ({ key, rows }: Pick<SetupList, 'key' | 'rows'>): readonly string[] => {
  const languages = key.includes('language') ? [...new Set(rows.map((row) => row['language'] ?? ''))] : [];
  return languages.length > 1 ? languages : [];
};

/** What is shown of a list before anybody looks for something: of one in many languages, the first. */
export const firstSought = (list: SetupList): Sought => ({
  ...EVERYTHING,
  language: isLong(list) ? (languagesOf(list)[0] ?? null) : null,
});

export interface Progress {
  readonly language: string;
  readonly said: number;
  readonly all: number;
}

/** How far the languages have come that are served only as a whole: all but the first, which is the page's own. */
export const progressOf = (list: SetupList): readonly Progress[] =>
  languagesOf(list)
    .slice(1)
    .map((language) => {
      const rows = list.rows.filter(
        (row) => row['language'] === language && (row['default_text'] ?? '').trim() !== '',
      );
      return { language, said: rows.filter((row) => isOwn(list, row)).length, all: rows.length };
    });

export interface FoundRow {
  readonly row: SetupRow;
  /** Of the whole list. */
  readonly index: number;
}

/** Whether a cell holds these words, as it is stored or as people read it. */
const isShownIn = (cell: string, column: SetupColumn, words: string): boolean =>
  [cell, cellTold(column, cell)].some((text) => text.toLocaleLowerCase().includes(words));

/** The rows that have these words somewhere, with their places in the whole list. */
export const findRows = (list: SetupList, { text, language, onlyOwn }: Sought): readonly FoundRow[] => {
  const words = text.toLocaleLowerCase().trim();
  return list.rows
    .map((row, index) => ({ row, index }))
    .filter(
      ({ row }) =>
        (language === null || row['language'] === language) &&
        (!onlyOwn || isOwn(list, row)) &&
        list.columns.some((column) => isShownIn(row[column.name] ?? '', column, words)),
    );
};
