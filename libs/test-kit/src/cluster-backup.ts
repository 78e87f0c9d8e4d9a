import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresUrl } from './servers';
import { asSuperuser } from './template-database';
import { until } from './testing';

/** What was restored. */
export interface Restored {
  /** The same URL on the restored server. */
  readonly urlOf: (url: string) => string;
  /** As the superuser, in the database of this URL. */
  readonly sql: <Row>(url: string, text: string, values?: readonly unknown[]) => Promise<Row[]>;
}

/** A base backup of the whole cluster of this run, as an operator keeps one. */
export interface ClusterBackup {
  /** Starts a Postgres on it, which recovers to where the backup ended. */
  readonly restore: () => Promise<Restored>;
  /** Stops that Postgres and deletes the backup. */
  readonly end: () => Promise<void>;
}

/** What belongs to the running server alone, or is copied after the end. */
const LEFT_OUT = [
  'postmaster.pid',
  'postmaster.opts',
  'pg_wal/*',
  'pg_replslot/*',
  'pg_stat_tmp/*',
  'pgsql_tmp*',
];

const copy = promisify(execFile);
const copyCluster = (from: string, to: string): Promise<unknown> =>
  copy('tar', [
    ...[
      '-c',
      '-f',
      join(to, 'cluster.tar'),
      '-C',
      from,
      '--warning=no-file-changed',
      '--warning=no-file-removed',
    ],
    ...['--ignore-failed-read', ...LEFT_OUT.map((name) => `--exclude=./${name}`), '.'],
  ]).catch((error: unknown) => {
    // 1: a file changed while it was read, which the log of the backup makes good.
    if (!(error instanceof Error && 'code' in error && error.code === 1)) throw error;
  });

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

interface Server {
  readonly folder: string;
  /** The program that runs the cluster of this run. */
  readonly program: string;
}

const startOn = async ({ folder, program }: Server, port: number): Promise<ChildProcess> => {
  const { uid, gid } = await stat(folder);
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'autovacuum=off'],
    ...['max_connections=300', 'logging_collector=off'],
  ];
  const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  return spawn(program, args, {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { LC_ALL: 'C', TZ: 'UTC' },
  });
};

const restoredAt = (port: number): Restored => {
  const urlOf = (url: string): string => Object.assign(new URL(url), { port: String(port) }).href;
  return {
    urlOf,
    sql: (url, text, values = []) =>
      asSuperuser(urlOf(url), async (client) => (await client.query(text, [...values])).rows),
  };
};

const restoreFrom = async (
  scratch: string,
  program: string,
): Promise<{ child: ChildProcess; restored: Restored }> => {
  const port = await freePort();
  const child = await startOn({ folder: join(scratch, 'cluster'), program }, port);
  const restored = restoredAt(port);
  let told = '';
  child.stderr?.on('data', (part: Buffer) => (told = `${told}${part.toString()}`.slice(-1_000)));
  await until('the restored Postgres to answer', () => {
    if (child.exitCode !== null)
      throw new Error(`the restored Postgres ended with ${child.exitCode}: ${told}`);
    return restored.sql(postgresUrl(), 'select 1').then(
      () => true,
      () => false,
    );
  });
  return { child, restored };
};

/**
 * Takes a base backup by the functions that Postgres has for it (`pg_backup_start`, `pg_backup_stop`): the embedded Postgres has no
 * `pg_basebackup`, and that of another version refuses it. What it makes is the same.
 */
export const takeClusterBackup = async (): Promise<ClusterBackup> => {
  const scratch = await mkdtemp(join(tmpdir(), 'warmline-base-backup-'));
  // The user of Postgres has to pass through.
  await chmod(scratch, 0o711);
  const folder = join(scratch, 'cluster');
  const program = await asSuperuser(postgresUrl(), async (client) => {
    const { rows } = await client.query<{ source: string }>(
      `select current_setting('data_directory') as source`,
    );
    const from = rows[0]?.source ?? '';
    await client.query(`select pg_backup_start('drill', true)`);
    await copyCluster(from, scratch);
    const stopped = await client.query<{ label: string }>(
      'select labelfile as label from pg_backup_stop(false)',
    );
    const { uid, gid } = await stat(from);
    await copy('install', ['-d', '-m', '700', '-o', String(uid), '-g', String(gid), folder]);
    await copy('tar', ['-x', '-p', '-f', join(scratch, 'cluster.tar'), '-C', folder]);
    await copy('cp', ['-a', join(from, 'pg_wal'), folder]);
    await writeFile(join(folder, 'backup_label'), stopped.rows[0]?.label ?? '');
    await chown(join(folder, 'backup_label'), uid, gid);
    const [pid] = (await readFile(join(from, 'postmaster.pid'), 'utf8')).split('\n');
    return readlink(`/proc/${pid}/exe`);
  });
  let child: ChildProcess | null = null;
  return {
    restore: async () => {
      const started = await restoreFrom(scratch, program);
      child = started.child;
      return started.restored;
    },
    end: async () => {
      if (child?.exitCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      await rm(scratch, { recursive: true, force: true });
    },
  };
};
