import type { SetupRow, SetupList } from '@warmline/contracts';

/** What somebody looks for in a long list. */
export interface Sought {
  readonly text: string;
  /** Null: of every language. */
  readonly language: string | null;
  readonly onlyOwn: boolean;
}

export const EVERYTHING: Sought = { text: '', language: null, onlyOwn: false };

/** Rows that are all in sight need no search. */
const LONG_LIST = 20;

export const isLong = ({ rows }: SetupList): boolean => rows.length > LONG_LIST;

/** Whether the charity has said something in a row that was given. */
export const isOwn = (sheet: SetupList, row: SetupRow): boolean =>
  sheet.defaults === 'only' && changeable(sheet).some((name) => (row[name] ?? '') !== '');

/** The row as it was given. */
export const asGiven = (sheet: SetupList, row: SetupRow): SetupRow => ({
  ...row,
  ...Object.fromEntries(changeable(sheet).map((name) => [name, ''])),
});

const changeable = ({ columns, key }: SetupList): readonly string[] =>
  columns.filter(({ fixed: given, name }) => !given && !key.includes(name)).map(({ name }) => name);

/** The languages of a list whose rows are of more than one. */
export const languagesOf = ({ key, rows }: SetupList): readonly string[] => {
  const languages = key.includes('language') ? [...new Set(rows.map((row) => row['language'] ?? ''))] : [];
  return languages.length > 1 ? languages : [];
};

/** What is shown of a list before anybody looks for something: of one in many languages, the first. */
export const firstSought = (sheet: SetupList): Sought => ({
  ...EVERYTHING,
  language: isLong(sheet) ? (languagesOf(sheet)[0] ?? null) : null,
});

export interface Progress {
  readonly language: string;
  readonly said: number;
  readonly all: number;
}

/** How far the languages have come that are served only as a whole: all but the first, which is the page's own. */
export const progressOf = (sheet: SetupList): readonly Progress[] =>
  languagesOf(sheet)
    .slice(1)
    .map((language) => {
      const rows = sheet.rows.filter(
        (row) => row['language'] === language && (row['default_text'] ?? '').trim() !== '',
      );
      return { language, said: rows.filter((row) => isOwn(sheet, row)).length, all: rows.length };
    });

export interface FoundRow {
  readonly row: SetupRow;
  /** Of the whole list. */
  readonly index: number;
}

/** The rows that have these words somewhere, with their places in the whole list. */
export const findRows = (sheet: SetupList, { text, language, onlyOwn }: Sought): readonly FoundRow[] => {
  const words = text.toLocaleLowerCase().trim();
  return sheet.rows
    .map((row, index) => ({ row, index }))
    .filter(
      ({ row }) =>
        (language === null || row['language'] === language) &&
        (!onlyOwn || isOwn(sheet, row)) &&
        Object.values(row).some((cell) => cell.toLocaleLowerCase().includes(words)),
    );
};
