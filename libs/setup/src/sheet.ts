import { readCell, type Cell, type Column, type Problem, type Value } from './column';

/** Rows of one sheet, at most. */
export const ROWS_MAX = 2_000;

/** One list a charity keeps: its columns, and what makes two rows the same row. */
export interface Sheet {
  readonly kind: string;
  readonly columns: readonly Column[];
  /** Names of the columns that together no two rows share. */
  readonly key: readonly string[];
  /** `remove`: a list without a row removes it. `keep`: it stays as it was, since other things stand on it. */
  readonly absent: 'remove' | 'keep';
  /** There is exactly one row, which is changed and never added or taken away. */
  readonly single?: true;
  /** Columns that are filled together or not at all. */
  readonly together?: readonly string[];
  /** The order of the rows means something. */
  readonly ordered?: true;
}

/** A row as written: cells by column name. */
export type Row = Readonly<Record<string, Cell>>;
/** A row as stored. */
export type Values = Readonly<Record<string, Value>>;

/** Row numbers count from 1, without the line of column names; column null: the row as a whole. */
export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly problem: Problem;
}

/** What stands elsewhere: the first key column of other sheets, by their kind. */
export type Known = Readonly<Record<string, ReadonlySet<string>>>;

export type Judgement =
  | { readonly stands: true; readonly rows: readonly Values[] }
  | { readonly stands: false; readonly problems: readonly RowProblem[] };

/** No row has two keys that read alike. */
const SEPARATOR = '\u0000';

export const keyOf = (sheet: Sheet, row: Values): string =>
  sheet.key.map((name) => String(row[name] ?? '').toLowerCase()).join(SEPARATOR);

const referred = (value: Value): string[] =>
  Array.isArray(value) ? value.map(String) : [String(value ?? '')].filter((name) => name !== '');

const refersWell = (column: Column, value: Value, known: Known): boolean => {
  const names = column.refersTo === undefined ? undefined : known[column.refersTo];
  return names === undefined || referred(value).every((name) => names.has(name));
};

/** What is missing from columns that are filled together. */
const halfFilled = ({ together = [] }: Sheet, values: Values): string[] => {
  const empty = together.filter((name) => values[name] === null);
  return empty.length === together.length ? [] : empty;
};

const judgeCell = (column: Column, cell: Cell, known: Known): ReturnType<typeof readCell> => {
  const read = readCell(column, cell);
  if ('problem' in read || refersWell(column, read.value, known)) return read;
  return { problem: { code: 'unknown' } };
};

/**
 * Whether these rows can stand in this sheet. Every problem of every row is told at once, so that a file is put right in
 * one go; when there is one, nothing of the file stands.
 */
export const judge = (sheet: Sheet, rows: readonly Row[], known: Known): Judgement => {
  const problems: RowProblem[] = [];
  const first = new Map<string, number>();
  const read = rows.map((row, index) => {
    const number = index + 1;
    const values: Record<string, Value> = {};
    for (const column of sheet.columns) {
      const answer = judgeCell(column, row[column.name] ?? '', known);
      if ('problem' in answer) problems.push({ row: number, column: column.name, problem: answer.problem });
      else values[column.name] = answer.value;
    }
    for (const column of halfFilled(sheet, values))
      problems.push({ row: number, column, problem: { code: 'missing' } });
    const key = keyOf(sheet, values);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, number);
    else problems.push({ row: number, column: null, problem: { code: 'twice', first: earlier } });
    return values;
  });
  if (sheet.single === true && rows.length === 0)
    problems.push({ row: 1, column: null, problem: { code: 'missing' } });
  return problems.length === 0 ? { stands: true, rows: read } : { stands: false, problems };
};

/**
 * What the person who saves a list of people may not say of themselves in it: that they administer no more, or are away for
 * good. Whoever administers cannot lock themselves, and with them everybody, out.
 */
export const problemsOfOwnRow = (rows: readonly Values[], signInName: string): RowProblem[] => {
  const index = rows.findIndex((row) => row['sign_in_name'] === signInName);
  const own = rows[index];
  if (own === undefined) return [];
  const flawed = [
    ...(own['role'] === 'administrator' ? [] : ['role']),
    ...(own['active'] === true ? [] : ['active']),
  ];
  return flawed.map((column) => ({ row: index + 1, column, problem: { code: 'yourself' } }));
};
