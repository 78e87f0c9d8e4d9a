import { readCell, writeCell, type Cell, type Column, type Problem, type Value } from './column';

/** Rows of one sheet, at most. */
export const ROWS_MAX = 5_000;

/** What is wrong in one column of a row. */
export interface CellProblem {
  readonly column: string;
  readonly problem: Problem;
}

/** One list a charity keeps: its columns, and what makes two rows the same row. */
export interface ListDefinition {
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
  /** Some rows are always there, as they are given or as the charity has changed them. `only`: there are no others. */
  readonly defaults?: 'only' | 'among_others';
  /** Numbers of this column are stored as so many times what the given row says. */
  readonly measured?: { readonly column: string; readonly by: string };
  /** What else is wrong with a row whose cells can all stand, beside the row that was given for it. */
  readonly check?: (row: Values, given: Values | undefined) => readonly CellProblem[];
}

/** A row as written: cells by column name. */
export type Row = Readonly<Record<string, Cell>>;
/** A row as stored. */
export type Values = Readonly<Record<string, Value>>;

/**
 * Row numbers count from 1, without the line of column names; null: a row that is to be taken away. Column null: the row as
 * a whole.
 */
export interface RowProblem {
  readonly row: number | null;
  readonly column: string | null;
  readonly problem: Problem;
}

/** What stands elsewhere: the first key column of other sheets, by their kind. */
export type Known = Readonly<Record<string, ReadonlySet<string>>>;
/** The rows there, by the kind of their sheet. */
export type Referred = Readonly<Record<string, readonly Values[]>>;

/** What stands around the rows that are judged. */
export interface Surroundings {
  readonly known: Known;
  /** The rows that are always there. */
  readonly defaults?: readonly Values[];
}

export type Validation =
  | { readonly stands: true; readonly rows: readonly Values[] }
  | { readonly stands: false; readonly problems: readonly RowProblem[] };

/** No row has two keys that read alike. */
const SEPARATOR = '\u0000';

export const keyOf = (sheet: ListDefinition, row: Values): string =>
  sheet.key.map((name) => String(row[name] ?? '').toLowerCase()).join(SEPARATOR);

const referred = (value: Value): string[] =>
  Array.isArray(value) ? value.map(String) : [String(value ?? '')].filter((name) => name !== '');

/** What cells that refer to these rows may say. */
export const namesIn = (referred: Referred, sheets: Readonly<Record<string, ListDefinition>>): Known =>
  Object.fromEntries(
    Object.entries(referred).map(([kind, rows]) => {
      const [first = ''] = sheets[kind]?.key ?? [];
      return [kind, new Set(rows.map((row) => String(row[first])))];
    }),
  );

/** What a cell names that is not in the sheet it refers to. */
const unknownReferences = (column: Column, value: Value, known: Known): string[] => {
  const names = column.refersTo === undefined ? undefined : known[column.refersTo];
  return names === undefined ? [] : referred(value).filter((name) => !names.has(name));
};

/** What is missing from columns that are filled together. */
const halfFilled = ({ together = [] }: ListDefinition, values: Values): CellProblem[] => {
  const empty = together.filter((name) => values[name] === null);
  return empty.length === together.length
    ? []
    : empty.map((column) => ({ column, problem: { code: 'missing' } }));
};

const judgeCell = (column: Column, cell: Cell, known: Known): ReturnType<typeof readCell> => {
  const read = readCell(column, cell);
  if ('problem' in read) return read;
  const names = unknownReferences(column, read.value, known);
  if (names.length === 0) return read;
  return { problem: column.kind === 'list' ? { code: 'unknown', names } : { code: 'unknown' } };
};

/** The cell that is to blame for a row that nothing is given for: the first that no given row shares. */
const keyNotInDefaults = ({ key }: ListDefinition, values: Values, given: readonly Values[]): CellProblem => {
  const foreign = key.find((name) => given.every((row) => row[name] !== values[name]));
  return { column: foreign ?? key[key.length - 1] ?? '', problem: { code: 'unknown' } };
};

interface ReadRow {
  readonly values: Values;
  readonly problems: readonly CellProblem[];
}

const readCells = (sheet: ListDefinition, row: Row, known: Known): ReadRow => {
  const values: Record<string, Value> = {};
  const problems: CellProblem[] = [];
  for (const column of sheet.columns) {
    if (column.fixed === true) continue;
    const answer = judgeCell(column, row[column.name] ?? '', known);
    if ('problem' in answer) problems.push({ column: column.name, problem: answer.problem });
    else values[column.name] = answer.value;
  }
  return { values, problems: [...problems, ...halfFilled(sheet, values)] };
};

/** With what is said beside it, and what only the whole row can tell. */
const withDefaults = (sheet: ListDefinition, read: ReadRow, given: ReadonlyMap<string, Values>): ReadRow => {
  if (read.problems.length > 0) return read;
  const found = given.get(keyOf(sheet, read.values));
  if (found === undefined && sheet.defaults === 'only')
    return { ...read, problems: [keyNotInDefaults(sheet, read.values, [...given.values()])] };
  const values = { ...fixedCells(sheet, found), ...read.values };
  return { values, problems: sheet.check?.(values, found) ?? [] };
};

const fixedCells = ({ columns }: ListDefinition, given: Values | undefined): Values =>
  Object.fromEntries(
    columns.filter((column) => column.fixed === true).map(({ name }) => [name, given?.[name] ?? null]),
  );

const byKey = (sheet: ListDefinition, rows: readonly Values[]): ReadonlyMap<string, Values> =>
  new Map(rows.map((row) => [keyOf(sheet, row), row]));

/**
 * Whether these rows can stand in this sheet. Every problem of every row is told at once, so that a file is put right in
 * one go; when there is one, nothing of the file stands.
 */
export const validateRows = (
  sheet: ListDefinition,
  rows: readonly Row[],
  { known, defaults: given = [] }: Surroundings,
): Validation => {
  const problems: RowProblem[] = [];
  const first = new Map<string, number>();
  const always = byKey(sheet, given);
  const read = rows.map((row, index) => {
    const number = index + 1;
    const { values, problems: found } = withDefaults(sheet, readCells(sheet, row, known), always);
    problems.push(...found.map((problem) => ({ row: number, ...problem })));
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

/** The list as it stands: what is given, each row as the charity has changed it, and its own. */
export const withOverrides = (
  sheet: ListDefinition,
  given: readonly Values[],
  stored: readonly Values[],
): readonly Values[] => {
  if (sheet.defaults === undefined) return stored;
  const own = byKey(sheet, stored);
  const always = byKey(sheet, given);
  const others = stored.filter((row) => !always.has(keyOf(sheet, row)));
  const changed = given.map((row) => {
    const found = own.get(keyOf(sheet, row));
    return { ...row, ...(found && fromStored(sheet, found, row)), ...fixedCells(sheet, row) };
  });
  return sheet.defaults === 'only' ? changed : [...changed, ...others];
};

const measuredBy =
  (count: (number: number, size: number) => number) =>
  ({ measured }: ListDefinition, row: Values, given: Values | undefined): Values => {
    if (measured === undefined) return row;
    const [number, size] = [row[measured.column], given?.[measured.by]];
    if (typeof number !== 'number' || typeof size !== 'number') return row;
    return { ...row, [measured.column]: count(number, size) };
  };
const fromStored = measuredBy((number, size) => Math.round(number / size));
const toStored = measuredBy((number, size) => number * size);

/** A row as it is stored, in the measure of the row it was given as. */
export const asStored = (sheet: ListDefinition, given: readonly Values[], row: Values): Values =>
  toStored(sheet, row, byKey(sheet, given).get(keyOf(sheet, row)));

/** Whether a row says what is given anyway, so that nothing of it is to be kept. */
export const isDefault = (sheet: ListDefinition, given: readonly Values[], row: Values): boolean => {
  const found = byKey(sheet, given).get(keyOf(sheet, row));
  return found !== undefined && isSameRow(sheet, found, row);
};

export const isSameRow = (sheet: ListDefinition, left: Values, right: Values): boolean =>
  sheet.columns.every(({ name }) => writeCell(left[name] ?? null) === writeCell(right[name] ?? null));

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
