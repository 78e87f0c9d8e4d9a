import { TestDatabase } from '@warmline/test-kit';
import { database, type Database } from './database';

let server: TestDatabase;
let opened: Database;
beforeAll(async () => {
  server = await TestDatabase.clone();
  opened = await database({ url: server.url, poolSize: 1 }).initialize();
});
afterAll(async () => {
  await opened.destroy();
  await server.close();
});

const STATEMENT = 'select id, name from staff where id = any ($1::uuid[])';
const kept = (): Promise<{ statement: string; generic: number; custom: number }[]> =>
  opened.query(
    `select statement, generic_plans::integer as generic, custom_plans::integer as custom from pg_prepared_statements
     where statement like '%from staff%'`,
  );

describe('a query with parameters', () => {
  it('is planned once for each connection, however long its list of ids is', async () => {
    const ids = Array.from({ length: 20 }, () => '00000000-0000-4000-8000-000000000001');
    for (let count = 1; count <= 20; count += 1) await opened.query(STATEMENT, [ids.slice(0, count)]);
    expect(await kept()).toEqual([{ statement: STATEMENT, generic: 20, custom: 0 }]);
  });

  it('runs read committed in a transaction, whatever the default of the server is', async () => {
    await opened.query(
      `alter database "${new URL(server.url).pathname.slice(1)}" set default_transaction_isolation = 'serializable'`,
    );
    const other = await database({ url: server.url, poolSize: 1 }).initialize();
    const [level]: { transaction_isolation: string }[] = await other.transaction((tx) =>
      tx.query('show transaction_isolation'),
    );
    await other.destroy();
    expect(level?.transaction_isolation).toBe('read committed');
  });
});
