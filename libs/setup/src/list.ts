import { readCell, writeCell, type Cell, type Column, type Problem, type Value } from './column';

/** The most rows one list may have. */
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
  /** What happens to a row a new list leaves out. `keep`: it stays, since other data refers to it. */
  readonly absent: 'remove' | 'keep';
  /** There is exactly one row. It can be changed, never added or deleted. */
  readonly single?: true;
  /** Columns that are filled together or not at all. */
  readonly together?: readonly string[];
  /** The order of the rows matters. */
  readonly ordered?: true;
  /** Some rows are always there, by default or as the charity changed them. `only`: there are no others. */
  readonly defaults?: 'only' | 'among_others';
  /** Numbers in `column` are stored multiplied by the default row's `by`. */
  readonly measured?: { readonly column: string; readonly by: string };
  /** Checks a row whose cells are all valid. `defaultRow`: undefined when it has none. */
  readonly check?: (row: Values, defaultRow: Values | undefined) => readonly CellProblem[];
}

/** A row as written: cells by column name. */
export type Row = Readonly<Record<string, Cell>>;
/** A row as stored. */
export type Values = Readonly<Record<string, Value>>;

/**
 * Row numbers count from 1, without the line of column names. Row null: a row that would be deleted. Column null: the whole
 * row.
 */
export interface RowProblem {
  readonly row: number | null;
  readonly column: string | null;
  readonly problem: Problem;
}

/** The names that cells may refer to: the first key column of other lists, by list kind. */
export type Known = Readonly<Record<string, ReadonlySet<string>>>;
/** The rows of the lists that cells refer to, by list kind. */
export type Referred = Readonly<Record<string, readonly Values[]>>;

/** What rows are validated against. */
export interface Surroundings {
  readonly known: Known;
  /** The default rows of the list. */
  readonly defaults?: readonly Values[];
  /** The rows that the list has already: what they name stays known. */
  readonly stored?: readonly Values[];
}

export type Validation =
  | { readonly isValid: true; readonly rows: readonly Values[] }
  | { readonly isValid: false; readonly problems: readonly RowProblem[] };

/** Joins the parts of a key, so that two keys are never read as one. */
const SEPARATOR = '\u0000';

export const keyOf = (list: ListDefinition, row: Values | Row): string =>
  list.key.map((name) => String(row[name] ?? '').toLowerCase()).join(SEPARATOR);

/** The cells that a key was made of. */
export const partsOfKey = (key: string): readonly string[] => key.split(SEPARATOR);

const referred = (value: Value): string[] =>
  Array.isArray(value) ? value.map(String) : [String(value ?? '')].filter((name) => name !== '');

/** The names that cells may refer to, from the rows of those lists. */
export const namesIn = (referred: Referred, lists: Readonly<Record<string, ListDefinition>>): Known =>
  Object.fromEntries(
    Object.entries(referred).map(([kind, rows]) => {
      const [first = ''] = lists[kind]?.key ?? [];
      return [kind, new Set(rows.map((row) => String(row[first])))];
    }),
  );

/** The names that each column may hold: those of the list it refers to, and where it has some of its own, those in use too. */
const withStored = (list: ListDefinition, known: Known, stored: readonly Values[]): Known => {
  const all: Record<string, ReadonlySet<string>> = { ...known };
  for (const { name, among, refersTo = '' } of list.columns)
    if (among !== undefined)
      all[name] = new Set([...among, ...(known[refersTo] ?? []), ...stored.map((row) => String(row[name]))]);
  return all;
};

/** The names in a cell that are not in the list it refers to. */
const unknownReferences = (column: Column, value: Value, known: Known): string[] => {
  const names = column.among === undefined ? known[column.refersTo ?? ''] : known[column.name];
  return names === undefined ? [] : referred(value).filter((name) => !names.has(name));
};

/** A problem for each empty column, where only some of the `together` columns are filled. */
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

/** The problem of a row that has no default: blames the first key cell that no default row shares. */
const keyNotInDefaults = (
  { key }: ListDefinition,
  values: Values,
  defaults: readonly Values[],
): CellProblem => {
  const foreign = key.find((name) => defaults.every((row) => row[name] !== values[name]));
  return { column: foreign ?? key[key.length - 1] ?? '', problem: { code: 'unknown' } };
};

interface ReadRow {
  readonly values: Values;
  readonly problems: readonly CellProblem[];
}

const readCells = (list: ListDefinition, row: Row, known: Known): ReadRow => {
  const values: Record<string, Value> = {};
  const problems: CellProblem[] = [];
  for (const column of list.columns) {
    if (column.fixed === true) continue;
    const answer = judgeCell(column, row[column.name] ?? '', known);
    if ('problem' in answer) problems.push({ column: column.name, problem: answer.problem });
    else values[column.name] = answer.value;
  }
  return { values, problems: [...problems, ...halfFilled(list, values)] };
};

/** Adds the fixed cells of the default row, then checks the row as a whole. */
const withDefaults = (
  list: ListDefinition,
  read: ReadRow,
  defaults: ReadonlyMap<string, Values>,
): ReadRow => {
  if (read.problems.length > 0) return read;
  const found = defaults.get(keyOf(list, read.values));
  if (found === undefined && list.defaults === 'only')
    return { ...read, problems: [keyNotInDefaults(list, read.values, [...defaults.values()])] };
  const values = { ...fixedCells(list, found), ...read.values };
  return { values, problems: list.check?.(values, found) ?? [] };
};

const fixedCells = ({ columns }: ListDefinition, defaultRow: Values | undefined): Values =>
  Object.fromEntries(
    columns.filter((column) => column.fixed === true).map(({ name }) => [name, defaultRow?.[name] ?? null]),
  );

const byKey = (list: ListDefinition, rows: readonly Values[]): ReadonlyMap<string, Values> =>
  new Map(rows.map((row) => [keyOf(list, row), row]));

/**
 * Validates the rows of a whole list. Returns every problem of every row, so that a file can be corrected in one go. One
 * problem rejects the whole file.
 */
export const validateRows = (
  list: ListDefinition,
  rows: readonly Row[],
  { known: referred, defaults = [], stored = [] }: Surroundings,
): Validation => {
  const known = withStored(list, referred, stored);
  const problems: RowProblem[] = [];
  const first = new Map<string, number>();
  const always = byKey(list, defaults);
  const read = rows.map((row, index) => {
    const number = index + 1;
    const { values, problems: found } = withDefaults(list, readCells(list, row, known), always);
    problems.push(...found.map((problem) => ({ row: number, ...problem })));
    const key = keyOf(list, values);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, number);
    else problems.push({ row: number, column: null, problem: { code: 'twice', first: earlier } });
    return values;
  });
  if (list.single === true && rows.length === 0)
    problems.push({ row: 1, column: null, problem: { code: 'missing' } });
  return problems.length === 0 ? { isValid: true, rows: read } : { isValid: false, problems };
};

/** The list in force: the default rows with the charity's changes, then the charity's own rows. */
export const withOverrides = (
  list: ListDefinition,
  defaults: readonly Values[],
  stored: readonly Values[],
): readonly Values[] => {
  if (list.defaults === undefined) return stored;
  const own = byKey(list, stored);
  const always = byKey(list, defaults);
  const others = stored.filter((row) => !always.has(keyOf(list, row)));
  const changed = defaults.map((row) => {
    const found = own.get(keyOf(list, row));
    return { ...row, ...(found && fromStored(list, found, row)), ...fixedCells(list, row) };
  });
  return list.defaults === 'only' ? changed : [...changed, ...others];
};

const measuredBy =
  (count: (number: number, size: number) => number) =>
  ({ measured }: ListDefinition, row: Values, defaultRow: Values | undefined): Values => {
    if (measured === undefined) return row;
    const [number, size] = [row[measured.column], defaultRow?.[measured.by]];
    if (typeof number !== 'number' || typeof size !== 'number') return row;
    return { ...row, [measured.column]: count(number, size) };
  };
const fromStored = measuredBy((number, size) => Math.round(number / size));
const toStored = measuredBy((number, size) => number * size);

/** The row as it is stored, in the unit of its default row. */
export const asStored = (list: ListDefinition, defaults: readonly Values[], row: Values): Values =>
  toStored(list, row, byKey(list, defaults).get(keyOf(list, row)));

/** Whether a row equals its default, so that it need not be stored. */
export const isDefault = (list: ListDefinition, defaults: readonly Values[], row: Values): boolean => {
  const found = byKey(list, defaults).get(keyOf(list, row));
  return found !== undefined && isSameRow(list, found, row);
};

export const isSameRow = (list: ListDefinition, left: Values, right: Values): boolean =>
  list.columns.every(({ name }) => writeCell(left[name] ?? null) === writeCell(right[name] ?? null));

const isAdministrator = ({ role, further_roles: further }: Values): boolean =>
  role === 'administrator' || (Array.isArray(further) && further.includes('administrator'));

/**
 * The problems of the row of the person who saves the list of people. They may not remove their own administrator role or
 * deactivate themselves: that could lock everyone out.
 */
export const problemsOfOwnRow = (rows: readonly Values[], signInName: string): RowProblem[] => {
  const index = rows.findIndex((row) => row['sign_in_name'] === signInName);
  const own = rows[index];
  if (own === undefined) return [];
  const blamed = [...(isAdministrator(own) ? [] : ['role']), ...(own['active'] === true ? [] : ['active'])];
  return blamed.map((column) => ({ row: index + 1, column, problem: { code: 'yourself' } }));
};

/** The problems of rows whose sign-in name is taken: it is one person's in the whole deployment. `taken`: by people of other services. */
export const problemsOfTakenNames = (rows: readonly Values[], taken: readonly string[]): RowProblem[] => {
  const names = new Set<unknown>(taken);
  return rows.flatMap((row, index) =>
    names.has(row['sign_in_name'])
      ? [{ row: index + 1, column: 'sign_in_name', problem: { code: 'name_taken' } }]
      : [],
  );
};
