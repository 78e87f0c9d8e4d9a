import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RedisCorner } from './redis-corner';
import { postgresUrl } from './servers';
import { asSuperuser } from './template-database';
import type { TestDatabase } from './test-database';

const contentsOf = async (folder: string, from = ''): Promise<Buffer[]> => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.filter((file) => basename(file) >= from).map((file) => readFile(file)));
};

/** The file of the write-ahead log that is written now: the cluster is everybody’s, and its log is long. */
export const walFile = async (database: TestDatabase): Promise<string> =>
  (await database.one<{ file: string }>('select pg_walfile_name(pg_current_wal_lsn()) as file')).file;

/** What Postgres keeps of this database on disk: its heap, and the log it would recover from, from `since` on. */
export const postgresAtRest = async (
  database: TestDatabase,
  since: string,
): Promise<{ heap: Buffer[]; wal: Buffer[] }> => {
  const { folder } = await database.one<{ folder: string }>('select current_setting($1) as folder', [
    'data_directory',
  ]);
  const { oid } = await database.one<{ oid: number }>(
    'select oid from pg_database where datname = current_database()',
  );
  await asSuperuser(postgresUrl(), (client) => client.query('checkpoint'));
  return {
    heap: await contentsOf(join(folder, 'base', String(oid))),
    wal: await contentsOf(join(folder, 'pg_wal'), since),
  };
};

/** Other specs take their files away while they are read here. */
const orNothing = <Value>(reading: Promise<Value>): Promise<Value | null> => reading.catch(() => null);

const contentOf = async (path: string, since: number): Promise<Buffer[]> => {
  const about = await orNothing(stat(path));
  if (about === null) return [];
  if (about.isDirectory())
    return about.birthtimeMs < since ? [] : ((await orNothing(contentsOf(path))) ?? []);
  const content = about.isFile() && about.mtimeMs >= since ? await orNothing(readFile(path)) : null;
  return content === null ? [] : [content];
};

/**
 * What was put since then (Unix time, ms) where programs keep temporary files: files of this machine, also those in folders made
 * since, and what Postgres did not have room for in memory.
 */
export const temporaryFiles = async (database: TestDatabase, since: number): Promise<Buffer[]> => {
  const { folder } = await database.one<{ folder: string }>('select current_setting($1) as folder', [
    'data_directory',
  ]);
  const names = await readdir(tmpdir());
  const ours = await Promise.all(names.map((name) => contentOf(join(tmpdir(), name), since)));
  const spilled = await orNothing(contentsOf(join(folder, 'base/pgsql_tmp')));
  return [...ours.flat(), ...(spilled ?? [])];
};

/** What Redis keeps on disk of everything that was ever said to it. */
export const redisAtRest = async ({ client }: RedisCorner): Promise<Buffer[]> => {
  const { dir = '', appenddirname = '' } = await client.configGet(['dir', 'appenddirname']);
  return contentsOf(join(dir, appenddirname));
};
