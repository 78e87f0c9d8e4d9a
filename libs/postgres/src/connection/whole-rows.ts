import type { EntitySchema, EntitySchemaColumnOptions } from 'typeorm';

/** Anything that can be asked: a pool, or a transaction that has locked what it reads. */
export interface Queryable {
  query<Row>(text: string, parameters: unknown[]): Promise<Row>;
}

type From = (stored: unknown) => unknown;

const selected = ([property, { name = property, type }]: [string, EntitySchemaColumnOptions]): string =>
  `t.${name}${type === 'date' ? '::text' : ''} as "${property}"`;

const reading = ([property, { transformer }]: [string, EntitySchemaColumnOptions]): [string, From][] =>
  transformer === undefined || Array.isArray(transformer)
    ? []
    : [[property, (stored): unknown => transformer.from(stored)]];

/**
 * Reads whole rows of one table, `t` in what follows. The statement is made once, where a query builder makes it with every
 * question; that took longer than asking.
 */
export class WholeRows<Row extends object> {
  private readonly select: string;
  private readonly read: readonly [string, From][];

  constructor({ options }: EntitySchema<Row>) {
    const columns = Object.entries<EntitySchemaColumnOptions | undefined>(options.columns).flatMap(
      ([property, column]) => (column === undefined ? [] : [[property, column] as const]),
    );
    this.select = `select ${columns.map(([property, column]) => selected([property, column])).join(', ')} from ${options.name} t`;
    this.read = columns.flatMap(([property, column]) => reading([property, column]));
  }

  /** `rest`: from `where` on. */
  async all(asked: Queryable, rest: string, parameters: unknown[]): Promise<Row[]> {
    const rows = await asked.query<Row[]>(`${this.select} ${rest}`, parameters);
    for (const row of rows)
      for (const [property, from] of this.read) Reflect.set(row, property, from(Reflect.get(row, property)));
    return rows;
  }

  async one(asked: Queryable, rest: string, parameters: unknown[]): Promise<Row | null> {
    const [row] = await this.all(asked, rest, parameters);
    return row ?? null;
  }
}
