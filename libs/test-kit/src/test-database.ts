import { createHash, randomBytes } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';
import { database, ROLES, type Database } from '@warmline/postgres';
import { postgresUrl } from './servers';
import { asRole, asSuperuser, inDatabase, templateDatabase } from './template-database';

type Row = Record<string, unknown>;

/** What is not looked at. */
export interface Ignored {
  readonly tables?: readonly string[];
  readonly columns?: readonly string[];
  /** Of audit rows. */
  readonly actions?: readonly string[];
}

/** A migrated, empty database for one spec file. */
export class TestDatabase {
  private readonly pool: Pool;
  /** Names of the tables, for `everything`; a spec that adds tables asks `tables`. */
  private known: string[] | undefined;

  private constructor(
    /** For the superuser. */
    readonly url: string,
    private readonly name: string,
    /** As the product opens it. */
    readonly opened: Database,
  ) {
    this.pool = new Pool({ connectionString: url, max: 8 });
    // Specs kill connections; the pool notices by itself.
    this.pool.on('error', () => undefined);
  }

  /** Cloned from the template; `poolSize` is that of `opened`. */
  static async clone({ poolSize = 8 }: { readonly poolSize?: number } = {}): Promise<TestDatabase> {
    return TestDatabase.create(await templateDatabase(postgresUrl()), poolSize);
  }

  /** A copy of its files as they are now, for a spec about old backups. Everyone who is connected loses the connection. */
  async copyFiles(): Promise<TestDatabase> {
    await this.goesAway();
    try {
      return await TestDatabase.create(this.name, 2);
    } finally {
      await this.comesBack();
    }
  }

  /** Without any table: for what runs the migrations itself. The roles are there. */
  static async empty(): Promise<TestDatabase> {
    await templateDatabase(postgresUrl());
    return TestDatabase.create('template0', 2);
  }

  private static async create(template: string, poolSize: number): Promise<TestDatabase> {
    const admin = postgresUrl();
    const name = `warmline_${randomBytes(6).toString('hex')}`;
    // By copying files: a tenth of the time that the usual way takes, which logs each page.
    await asSuperuser(admin, (client) =>
      client.query(`create database ${name} template ${template} strategy file_copy`),
    );
    const url = inDatabase(admin, name);
    return new TestDatabase(url, name, await database({ url, poolSize }).initialize());
  }

  /** For a role: what the product may do there, or what the reader sees. */
  urlOf(role: (typeof ROLES)[keyof typeof ROLES]): string {
    return asRole(this.url, role);
  }

  /** Past every store: what is really in the tables. */
  async sql<Found extends Row = Row>(text: string, values: readonly unknown[] = []): Promise<Found[]> {
    return (await this.pool.query<Found>(text, [...values])).rows;
  }

  /** The first row; throws when there is none. */
  async one<Found extends Row = Row>(text: string, values: readonly unknown[] = []): Promise<Found> {
    const [row] = await this.sql<Found>(text, values);
    if (row === undefined) throw new Error(`no row: ${text}`);
    return row;
  }

  async count(from: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.one<{ count: number }>(`select count(*)::integer as count from ${from}`, values))
      .count;
  }

  /** One connection for as long as `work` runs, for transactions that must overlap. */
  async session<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  async tables(): Promise<string[]> {
    const rows = await this.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    );
    return rows.map(({ name }) => name);
  }

  /** Every row of every table as text, but for these tables and columns. */
  async everything(but: Ignored = {}): Promise<string> {
    const found = await this.ofEachTable(`string_agg(row, E'\\n' order by row)`, but);
    return found.map(({ table, value }) => `${table}\n${value}`).join('\n');
  }

  /** Another text after any change of a row that `everything` would show. Cheap: Postgres tells a number for each table. */
  async sums(but: Ignored = {}): Promise<string> {
    const found = await this.ofEachTable(`count(*) || ' ' || sum(hashtextextended(row, 0))`, but);
    return found.map(({ table, value }) => `${table} ${value}`).join('\n');
  }

  /** What this aggregate makes of the rows of each table that has any. One statement: specs ask often. */
  private async ofEachTable(
    aggregate: string,
    but: Ignored,
  ): Promise<{ readonly table: string; readonly value: string }[]> {
    this.known ??= await this.tables();
    const tables = this.known.filter((table) => but.tables?.includes(table) !== true);
    const rows = tables.map(
      (table, place) => `select ${place} as place, (to_jsonb(t) - $1::text[])::text as row from "${table}" t
        where coalesce(to_jsonb(t) ->> 'action', '') <> all ($2::text[])`,
    );
    const text = `select place, ${aggregate} as value
      from (${rows.join(' union all ')}) as every_table group by place order by place`;
    // Named: Postgres compiles it once for each connection.
    const name = `tables${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    const values = [but.columns ?? [], but.actions ?? []];
    const { rows: found } = await this.pool.query<{ place: number; value: string }>({ name, text, values });
    return found.map(({ place, value }) => ({ table: tables[place] ?? '', value }));
  }

  /** Nobody is connected any more, and nobody can connect, until it comes back. */
  async goesAway(): Promise<void> {
    await asSuperuser(postgresUrl(), async (client) => {
      await client.query(`alter database ${this.name} with allow_connections false`);
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        this.name,
      ]);
    });
  }

  async comesBack(): Promise<void> {
    await asSuperuser(postgresUrl(), (client) =>
      client.query(`alter database ${this.name} with allow_connections true`),
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.opened.destroy();
    await asSuperuser(postgresUrl(), (client) => client.query(`drop database ${this.name} with (force)`));
  }
}
