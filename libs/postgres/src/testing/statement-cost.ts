import type { Database } from '../connection/database';
import { list, number, row, rows } from '../connection/parse-rows';

/** A statement as it was asked. */
export interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Its transaction asked for a plan of its own each time. */
  readonly isPlannedEachTime: boolean;
}

type Call = (...parameters: unknown[]) => unknown;
const isCall = (value: unknown): value is Call => typeof value === 'function';

/** The database as it is, and a note of every statement with parameters that is asked of it. */
export const noting = (database: Database, asked: Asked[]): Database => {
  const watched = <Target extends object>(target: Target): Target => {
    let isPlannedEachTime = false;
    const query = (sql: string, parameters: readonly unknown[] = []): void => {
      if (sql.includes('force_custom_plan')) isPlannedEachTime = true;
      if (parameters.length > 0) asked.push({ sql, parameters, isPlannedEachTime });
    };
    return new Proxy(target, {
      get: (of, name) => {
        const value: unknown = Reflect.get(of, name);
        if (!isCall(value)) return value;
        if (name === 'query')
          return (sql: string, parameters?: readonly unknown[]) => {
            query(sql, parameters);
            return value.call(of, sql, parameters);
          };
        if (name === 'transaction')
          return (level: unknown, work: (tx: object) => unknown) =>
            value.call(of, level, (tx: object) => work(watched(tx)));
        return value.bind(of);
      },
    });
  };
  return watched(database);
};

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Array.isArray(value)) return `'{${value.map(String).join(',')}}'`;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value}'`;
  throw new TypeError('a parameter of a kind that no literal is known for');
};

const plan = row({ 'Shared Hit Blocks': number, 'Shared Read Blocks': number });
const explained = row({ 'QUERY PLAN': list(row({ Plan: plan })) });

/** Pages of 8 KB that a statement looks at, planned as in service. It is run once. */
export const buffersOf = async (database: Database, asked: Asked): Promise<number> =>
  database.transaction(async (tx) => {
    const values = asked.parameters.map(literal).join(', ');
    await tx.query(
      `set local plan_cache_mode = ${asked.isPlannedEachTime ? 'force_custom_plan' : 'force_generic_plan'}`,
    );
    await tx.query(`prepare measured as ${asked.sql}`);
    const answer: unknown = await tx.query(
      `explain (analyze, buffers, timing off, format json) execute measured(${values})`,
    );
    await tx.query('deallocate measured');
    const [only] = rows(explained, answer);
    const [found] = only?.['QUERY PLAN'] ?? [];
    if (found === undefined) throw new Error('a plan has a first row');
    return found.Plan['Shared Hit Blocks'] + found.Plan['Shared Read Blocks'];
  });
