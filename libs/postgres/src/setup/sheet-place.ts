import type { Sheet, SheetKind, Values } from '@warmline/setup';

/** Where the rows of a sheet are. Columns of the table carry the names of the sheet's columns. */
export interface SheetPlace {
  readonly table: string;
  /** Read in this order, where the order of the sheet means nothing. */
  readonly order: string;
}

export const places: { readonly [Kind in SheetKind]: SheetPlace } = {
  people: { table: 'staff', order: 'sign_in_name' },
  snippets: { table: 'snippet', order: 'position' },
  resources: { table: 'resource', order: 'position' },
};

/** A statement and its parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const named = (sheet: Sheet): readonly string[] => sheet.columns.map(({ name }) => name);

/** Days leave Postgres as text: a Date would be a moment of this machine's time zone. */
const readAs = ({ name, kind }: Sheet['columns'][number]): string =>
  kind === 'day' || kind === 'time' ? `${name}::text as ${name}` : name;

export const selectRows = (sheet: Sheet, { table, order }: SheetPlace): string =>
  `select ${sheet.columns.map(readAs).join(', ')} from ${table} where service_id = $1 order by ${order}`;

/** `made`: columns beside the sheet's own. */
export const insertRow = (
  sheet: Sheet,
  { table }: SheetPlace,
  row: { readonly values: Values; readonly made: Readonly<Record<string, unknown>> },
): Statement => {
  const columns = [...Object.keys(row.made), ...named(sheet)];
  const parameters = [...Object.values(row.made), ...named(sheet).map((name) => row.values[name] ?? null)];
  const places = parameters.map((_, index) => `$${index + 1}`).join(', ');
  return { sql: `insert into ${table} (${columns.join(', ')}) values (${places})`, parameters };
};

const whereKey = (sheet: Sheet, from: number): string =>
  sheet.key.map((name, index) => `lower(${name}::text) = lower($${from + index}::text)`).join(' and ');
const keyValues = (sheet: Sheet, values: Values): unknown[] => sheet.key.map((name) => values[name] ?? null);

export const updateRow = (
  sheet: Sheet,
  { table }: SheetPlace,
  row: { readonly service: string; readonly values: Values },
): Statement => {
  const set = named(sheet).map((name, index) => `${name} = $${index + 2}`);
  const key = whereKey(sheet, named(sheet).length + 2);
  return {
    sql: `update ${table} set ${set.join(', ')} where service_id = $1 and ${key}`,
    parameters: [
      row.service,
      ...named(sheet).map((name) => row.values[name] ?? null),
      ...keyValues(sheet, row.values),
    ],
  };
};

export const deleteRow = (
  sheet: Sheet,
  { table }: SheetPlace,
  row: { readonly service: string; readonly values: Values },
): Statement => ({
  sql: `delete from ${table} where service_id = $1 and ${whereKey(sheet, 2)}`,
  parameters: [row.service, ...keyValues(sheet, row.values)],
});

export const placeRow = (
  sheet: Sheet,
  { table }: SheetPlace,
  row: { readonly service: string; readonly values: Values; readonly position: number },
): Statement => ({
  sql: `update ${table} set position = $2 where service_id = $1 and ${whereKey(sheet, 3)}`,
  parameters: [row.service, row.position, ...keyValues(sheet, row.values)],
});
