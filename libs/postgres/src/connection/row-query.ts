import { instant, type Instant } from '@warmline/kernel';
import { row, rows, whole, type Column, type Columns } from './parse-rows';

/** A pool, or a transaction that has locked what it reads. */
export interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Whole milliseconds since 1970 of a timestamptz, as a Date would keep them. */
export const milliseconds = (timestamp: string): string =>
  `floor(extract(epoch from ${timestamp}) * 1000)::double precision`;

/** A column of whole milliseconds, read by `moment`. */
export const ms = (timestamp: string, as: string): string => `${milliseconds(timestamp)} as "${as}"`;

/** A query and what its rows are: each row is parsed, so a column of another type fails here and not on a screen. */
export class RowQuery<Row extends object> {
  private readonly parse: Column<Row>;

  constructor(
    columns: Columns<Row>,
    private readonly sql: string,
  ) {
    this.parse = row(columns);
  }

  /** Throws UnexpectedRow when a column is not of its type. */
  async all(on: Queryable, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rows(this.parse, await on.query(this.sql, [...parameters]));
  }

  /** The first row; null when there is none. */
  async first(on: Queryable, parameters: readonly unknown[] = []): Promise<Row | null> {
    const [found] = await this.all(on, parameters);
    return found ?? null;
  }

  /** For a query that always answers a row; throws a TypeError when there is none. */
  async one(on: Queryable, parameters: readonly unknown[] = []): Promise<Row> {
    const found = await this.first(on, parameters);
    if (found === null) throw new TypeError('a query that always answers a row answered none');
    return found;
  }
}

const NOW = new RowQuery<{ now: number }>({ now: whole }, `select ${ms('clock_timestamp()', 'now')}`);

/** The database's clock: the only one that judges deadlines. */
export const databaseNow = async (on: Queryable): Promise<Instant> => instant((await NOW.one(on)).now);

/** Whether a query finds anything. */
export const finds = async (on: Queryable, sql: string, parameters: readonly unknown[]): Promise<boolean> =>
  rows((found) => found, await on.query(sql, [...parameters])).length > 0;
