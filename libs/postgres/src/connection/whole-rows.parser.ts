import type { EntitySchema, EntitySchemaColumnOptions } from 'typeorm';
import type { Queryable } from './row-query';

type FromStored = (stored: unknown) => unknown;

const selectedColumn = ([property, { name = property, type }]: [string, EntitySchemaColumnOptions]): string =>
  `t.${name}${type === 'date' ? '::text' : ''} as "${property}"`;

const transformerOf = ([property, { transformer }]: [string, EntitySchemaColumnOptions]): [
  string,
  FromStored,
][] =>
  transformer === undefined || Array.isArray(transformer)
    ? []
    : [[property, (stored): unknown => transformer.from(stored)]];

/**
 * Reads whole rows of one table, called `t` in the rest of the query. The columns are those of the table's entity, and a test
 * compares them with what TypeORM reads. The statement is made once: TypeORM's query builder makes it again for every query,
 * which takes longer than the query.
 */
export class WholeRows<Row extends object> {
  private readonly select: string;
  private readonly transformers: readonly [string, FromStored][];

  constructor({ options }: EntitySchema<Row>) {
    const columns = Object.entries<EntitySchemaColumnOptions | undefined>(options.columns).flatMap(
      ([property, column]) => (column === undefined ? [] : [[property, column] as const]),
    );
    this.select = `select ${columns.map(([property, column]) => selectedColumn([property, column])).join(', ')} from ${options.name} t`;
    this.transformers = columns.flatMap(([property, column]) => transformerOf([property, column]));
  }

  /** `rest`: the query from `where` on. */
  async all(on: Queryable, rest: string, parameters: unknown[]): Promise<Row[]> {
    const rows = (await on.query(`${this.select} ${rest}`, parameters)) as Row[];
    for (const row of rows)
      for (const [property, from] of this.transformers)
        Reflect.set(row, property, from(Reflect.get(row, property)));
    return rows;
  }

  async one(on: Queryable, rest: string, parameters: unknown[]): Promise<Row | null> {
    const [row] = await this.all(on, rest, parameters);
    return row ?? null;
  }
}
