import type { Pool } from 'pg';
import { FaultProxy, TestDatabase, until, within } from '@warmline/test-kit';
import { database, type Database } from './database';

const ANSWER_WITHIN = 300;

let server: TestDatabase;
let proxy: FaultProxy;
let opened: Database;
beforeAll(async () => {
  server = await TestDatabase.clone();
  proxy = await FaultProxy.before(Number(new URL(server.url).port));
  const url = new URL(server.url);
  url.host = `127.0.0.1:${proxy.port}`;
  opened = await database({ url: url.href, poolSize: 2, readTimeout: ANSWER_WITHIN }).initialize();
});
afterAll(async () => {
  await proxy.set(null);
  await opened.destroy();
  await proxy.close();
  await server.close();
});

describe('a connection to Postgres that breaks while nobody listens to it', () => {
  it('[ASG5] ends no process: its errors are heard at every moment, also between the pool and its user', async () => {
    const { master } = opened.driver as unknown as { master: Pool };
    const taken = await master.connect();
    expect(taken.listenerCount('error')).toBe(1);
    taken.emit('error', new Error('terminating connection due to unexpected postmaster exit'));
    taken.release(true);
    expect(await opened.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a connection to Postgres on which nothing arrives', () => {
  it('[ASG5] is closed, no query waits on it for good, and the pool recovers by itself', async () => {
    await Promise.all([opened.query('select 1'), opened.query('select 1')]);
    await proxy.set({ kind: 'black_hole' });
    const waiting = [1, 2, 3, 4].map(() => opened.query('select 1'));
    for (const question of waiting) await expect(within('an end', question)).rejects.toThrow();
    await proxy.set(null);
    await until('the pool to answer', () =>
      opened.query('select 1 as one').then(
        () => true,
        () => false,
      ),
    );
    await Promise.all([1, 2, 3, 4].map(() => opened.query('select 1')));
  });

  it('is left alone while nothing is asked, however long', async () => {
    const [{ pid }]: [{ pid: number }] = await opened.query('select pg_backend_pid() as pid');
    await server.sql('select pg_sleep(1)');
    const pids: { pid: number }[] = await opened.query('select pg_backend_pid() as pid');
    expect(await server.count('pg_stat_activity where pid = $1', [pid])).toBe(1);
    expect(pids).toHaveLength(1);
  });
});

describe('a transaction whose process is frozen or cut off', () => {
  it('[ASG4] keeps its row from the others only for a while, and is undone', async () => {
    const frozen = await database({
      url: server.url,
      poolSize: 1,
      abandonTransactionAfter: 300,
    }).initialize();
    await server.sql('create table row_of_all (id integer primary key, said text)');
    await server.sql('insert into row_of_all values (1, null)');
    const runner = frozen.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`update row_of_all set said = 'by the frozen one' where id = 1`);
    await within('the row to be free', server.sql(`update row_of_all set said = 'by another' where id = 1`));
    await expect(runner.commitTransaction()).rejects.toThrow();
    await runner.release().catch(() => undefined);
    expect(await server.sql('select said from row_of_all')).toEqual([{ said: 'by another' }]);
    await frozen.destroy();
  });

  it('is not waited for longer than asked', async () => {
    const patient = await database({ url: server.url, poolSize: 2, lockTimeout: 200 }).initialize();
    const locked = patient.transaction(async (tx) => {
      await tx.query('select 1 from row_of_all where id = 1 for update');
      await expect(patient.query(`update row_of_all set said = '' where id = 1`)).rejects.toMatchObject({
        code: '55P03',
      });
    });
    await within('both', locked);
    await patient.destroy();
  });
});
