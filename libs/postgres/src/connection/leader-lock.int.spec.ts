import { Scene, until } from '@warmline/test-kit';
import { database, type Database } from './database';
import { MatcherLock } from './leader-lock';

let scene: Scene;
let processes: Database[];
beforeAll(async () => {
  scene = await Scene.open();
  processes = await Promise.all(
    [1, 2].map(() => database({ url: scene.database.url, poolSize: 2 }).initialize()),
  );
});
afterAll(async () => {
  await Promise.all(processes.map((opened) => opened.destroy()));
  await scene.close();
});

const locks = () => processes.map((opened) => new MatcherLock(opened, scene.service));
const taken = async (all: readonly MatcherLock[]): Promise<number> =>
  (await Promise.all(all.map((lock) => lock.acquire()))).filter(Boolean).length;

describe('the lock of the matcher', () => {
  it('is one, of two processes that want it again and again', async () => {
    const both = locks();
    for (let round = 0; round < 10; round += 1) expect(await taken(both)).toBe(1);
    await Promise.all(both.map((lock) => lock.release()));
  });

  it('is free for the other as soon as it is left', async () => {
    const [mine, theirs] = locks();
    expect(await mine?.acquire()).toBe(true);
    expect(await theirs?.acquire()).toBe(false);
    await mine?.release();
    expect(await theirs?.acquire()).toBe(true);
    await theirs?.release();
  });

  it('is free when its connection dies, and the process that had it notices', async () => {
    const [mine, theirs] = locks();
    expect(await mine?.acquire()).toBe(true);
    await scene.database.sql(
      `select pg_terminate_backend(pid) from pg_locks
       where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    );
    expect(await until('the lock to be free', async () => theirs?.acquire())).toBe(true);
    expect(await mine?.acquire()).toBe(false);
    await theirs?.release();
  });

  it('of another service is another lock', async () => {
    const [mine] = locks();
    const [, process] = processes;
    if (process === undefined) throw new Error('two processes were started');
    const elsewhere = new MatcherLock(
      process,
      '00000000-0000-4000-8001-000000000001' as typeof scene.service,
    );
    expect(await taken([mine as MatcherLock, elsewhere])).toBe(2);
    await Promise.all([mine?.release(), elsewhere.release()]);
  });
});
