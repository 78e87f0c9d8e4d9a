import type { Column, ListDefinition, ListKind, Value, Values } from '@warmline/setup';

/** A statement and its parameters. */
export interface SqlStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** How a column of a list is kept in its table `t`, if it is not simply a column of that name. */
interface ColumnMapping {
  readonly read: string;
  /** The table's column, and how it is written from the parameter. */
  readonly column: string;
  readonly write: (parameter: string) => string;
}

/** The table that keeps the rows of a list. */
export interface ListMapping {
  readonly table: string;
  /** Rows are read in this order; for an ordered list it is the position. */
  readonly order: string;
  /** Which rows of the table are in the list; absent: all of the service. */
  readonly only?: string;
  /** The column that names the service. */
  readonly owner?: string;
  /** False if the rows have no ids of their own, as in a view. */
  readonly makesIds?: false;
  /** True if inserting a row whose key is there replaces it. */
  readonly insertReplaces?: true;
  /** Columns that are shown but not stored. */
  readonly unstored?: readonly string[];
  readonly columns?: Readonly<Record<string, ColumnMapping>>;
}

const ZONE = '(select v.time_zone from service v where v.id = $1)';
const WEEKDAYS = `array['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']`;

/** A time of day, without seconds. */
const timeOfDay = (column: string): ColumnMapping => ({
  column,
  read: `to_char(t.${column}, 'HH24:MI')`,
  write: (parameter) => `${parameter}::time`,
});
/** A day, as text: a Date would depend on the time zone of this machine. */
const day = (column: string): ColumnMapping => ({
  column,
  read: `t.${column}::text`,
  write: (parameter) => `${parameter}::date`,
});
const staffBySignInName: ColumnMapping = {
  column: 'staff_id',
  read: '(select s.sign_in_name from staff s where s.id = t.staff_id)',
  write: (parameter) =>
    `(select s.id from staff s where s.service_id = $1 and s.sign_in_name = ${parameter})`,
};

export const listMappings: { readonly [Kind in ListKind]: ListMapping } = {
  service: { table: 'service', order: 'id', owner: 'id' },
  people: { table: 'staff', order: 'sign_in_name', only: 't.left_at is null' },
  hours: {
    table: 'service_hours',
    order: 'weekday, opens',
    columns: {
      weekday: {
        column: 'weekday',
        read: `(${WEEKDAYS})[t.weekday]`,
        write: (parameter) => `array_position(${WEEKDAYS}, ${parameter})`,
      },
      opens: timeOfDay('opens'),
      closes: timeOfDay('closes'),
    },
  },
  holidays: {
    table: 'service_exception',
    order: 'day, opens',
    columns: { day: day('day'), opens: timeOfDay('opens'), closes: timeOfDay('closes') },
  },
  rota: { table: 'rota_row', order: 'day, starts, sign_in_name', makesIds: false, insertReplaces: true },
  training: {
    table: 'training_record',
    order: 'module, staff_id, passed_on',
    columns: {
      sign_in_name: staffBySignInName,
      passed_on: day('passed_on'),
      // Valid until the end of that day, in the service's time zone.
      valid_until: {
        column: 'expires_at',
        read: `(t.expires_at at time zone ${ZONE} - interval '1 microsecond')::date::text`,
        write: (parameter) => `(${parameter}::date + 1)::timestamp at time zone ${ZONE}`,
      },
    },
  },
  words: { table: 'watched_words', order: 'language, words' },
  topics: { table: 'topic', order: 'topic', makesIds: false },
  skills: { table: 'skill', order: 'position, skill', makesIds: false },
  limits: {
    table: 'own_limit',
    order: 'rule',
    makesIds: false,
    unstored: ['binds', 'default', 'strictest', 'unit'],
  },
  wording: { table: 'wording', order: 'language, key', makesIds: false, unstored: ['default_text'] },
  starters: { table: 'starter', order: 'position' },
  resources: { table: 'resource', order: 'position', columns: { reviewed_on: day('reviewed_on') } },
};

const mappingOf = ({ columns: crossings = {} }: ListMapping, { name }: Pick<Column, 'name'>): ColumnMapping =>
  crossings[name] ?? { column: name, read: `t.${name}`, write: (parameter) => parameter };

const storedColumns = ({ columns }: ListDefinition, { unstored = [] }: ListMapping): readonly Column[] =>
  columns.filter(({ name }) => !unstored.includes(name));

const ownerOf = ({ owner = 'service_id' }: ListMapping): string => owner;

/** Parameter 1 is the service. */
export const selectRows = (list: ListDefinition, place: ListMapping): string => {
  const columns = storedColumns(list, place).map(
    (column) => `${mappingOf(place, column).read} as ${column.name}`,
  );
  // With the table's name, so that rows are ordered by what is stored and not by what is shown.
  const order = place.order.split(', ').map((column) => `t.${column}`);
  const only = place.only === undefined ? '' : ` and ${place.only}`;
  return `select ${columns.join(', ')} from ${place.table} t where t.${ownerOf(place)} = $1${only} order by ${order.join(', ')}`;
};

interface MappedRow {
  readonly service: string;
  readonly values: Values;
}

/** A row to insert. `made`: columns beside the list's own, the same in every row. */
export interface RowToInsert {
  readonly values: Values;
  readonly made: Readonly<Record<string, unknown>>;
}

interface MappedRows<Each> {
  readonly service: string;
  readonly rows: readonly Each[];
}

/** Rows in one statement, at most: far below the number of parameters that Postgres takes. */
const ROWS_AT_ONCE = 500;

const inBatches = <Each>(rows: readonly Each[]): Each[][] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, batch) =>
    rows.slice(batch * ROWS_AT_ONCE, (batch + 1) * ROWS_AT_ONCE),
  );

/** One statement for each 500 rows. */
export const insertRows = (
  list: ListDefinition,
  place: ListMapping,
  { service, rows }: MappedRows<RowToInsert>,
): SqlStatement[] => {
  const stored = storedColumns(list, place);
  const own = stored.map((column) => mappingOf(place, column));
  return inBatches(rows).map((batch) => {
    const made = Object.keys(batch[0]?.made ?? {});
    const columns = [ownerOf(place), ...made, ...own.map(({ column }) => column)];
    const parameters: unknown[] = [service];
    const next = (value: unknown): string => `$${parameters.push(value)}`;
    const written = batch.map((row) => {
      const cells = [
        ...made.map((name) => next(row.made[name])),
        ...own.map(({ write }, index) => write(next(row.values[stored[index]?.name ?? ''] ?? null))),
      ];
      return `($1, ${cells.join(', ')})`;
    });
    return {
      sql: `insert into ${place.table} (${columns.join(', ')}) values ${written.join(', ')}`,
      parameters,
    };
  });
};

/** Keys are compared without regard to case. */
const comparable = (key: string): string => `coalesce(lower(${key}::text), '')`;

const where = (list: ListDefinition, place: ListMapping, from: number): string => {
  const key = list.key.map((name, index) => {
    const { read } = mappingOf(place, { name });
    return `${comparable(read)} = ${comparable(`$${from + index}`)}`;
  });
  return [`t.${ownerOf(place)} = $1`, ...key].join(' and ');
};
const keyValues = (list: ListDefinition, values: Values): unknown[] =>
  list.key.map((name) => values[name] ?? null);

export const updateRow = (
  list: ListDefinition,
  place: ListMapping,
  { service, values }: MappedRow,
): SqlStatement => {
  const stored = storedColumns(list, place);
  const set = stored.map((column, index) => {
    const { column: name, write } = mappingOf(place, column);
    return `${name} = ${write(`$${index + 2}`)}`;
  });
  return {
    sql: `update ${place.table} t set ${set.join(', ')} where ${where(list, place, stored.length + 2)}`,
    parameters: [service, ...stored.map(({ name }) => values[name] ?? null), ...keyValues(list, values)],
  };
};

/**
 * One statement, however many rows: a statement for each would look through the whole table each time. So would a join by
 * nested loops; with `is true` Postgres puts the keys into a hash table instead.
 */
export const deleteRows = (
  list: ListDefinition,
  place: ListMapping,
  { service, rows }: MappedRows<Values>,
): SqlStatement => {
  const stored = list.key.map((name) => comparable(mappingOf(place, { name }).read));
  const asked = list.key.map((_, index) => `$${index + 2}::text[]`);
  const names = list.key.map((_, index) => `k${index}`);
  return {
    sql: `delete from ${place.table} t where t.${ownerOf(place)} = $1 and ((${stored.join(', ')}) in (
      select ${names.map(comparable).join(', ')} from unnest(${asked.join(', ')}) as asked (${names.join(', ')}))) is true`,
    parameters: [service, ...list.key.map((name) => rows.map((values) => asText(values[name])))],
  };
};

const asText = (value: Value | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

export const positionRow = (
  list: ListDefinition,
  place: ListMapping,
  { service, values, position }: MappedRow & { readonly position: number },
): SqlStatement => ({
  sql: `update ${place.table} t set position = $2 where ${where(list, place, 3)}`,
  parameters: [service, position, ...keyValues(list, values)],
});
