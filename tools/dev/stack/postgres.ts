import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Child, LoggedSpec } from '../process/child-processes.ts';
import { Failure } from '../process/failure.ts';
import { lastWords } from '../process/log-file.ts';
import { freePort } from '../process/ports.ts';
import { commandLineOf, identityOf } from '../process/process-identity.ts';
import { stopProcess } from '../process/stop-process.ts';
import { readyCluster, SUPERUSER, type Cluster } from './postgres-cluster.ts';
import { newPassword } from './secret-file.ts';
import type { ServerPlace } from './stack.ts';

/** Replaying what a crash left unfinished can take a while. */
const START_MS = 60_000;
const STOPPING = { name: 'postgres', stopSignal: 'SIGINT', stopOrder: 4, graceMs: 10_000 } as const;

/** Passed on the command line and not in postgresql.conf, so that an old cluster gets what a new one gets. */
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  // No socket file: other users of the machine could find it, and its path may be too long for one.
  unix_socket_directories: '',
  max_connections: '120',
  password_encryption: 'scram-sha-256',
  wal_level: 'replica',
  // What people write must not reach a log by way of a failing statement.
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: 'off',
  log_disconnections: 'off',
  logging_collector: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
/** An acknowledged message is never lost because of these three. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
/** For clusters that live as long as one test run and never outlive the machine's power. */
const FAST = {
  ...{ fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off' },
  // A database for each spec would keep these two at work, for data that is gone in a minute.
  ...{ autovacuum: 'off', checkpoint_timeout: '1h', max_wal_size: '1GB' },
  // Every worker of Jest has gateways of its own, each with its connections.
  max_connections: '300',
};

const settingsArguments = (isFast: boolean): string[] =>
  Object.entries({ ...ALWAYS, ...(isFast ? FAST : DURABLE) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);

export interface RunningPostgres {
  readonly port: number;
  readonly child: Child;
  readonly spec: LoggedSpec;
  /** Of the database asked for, as each role. Its passwords are of this run only: `migrate` sets them. */
  readonly urls: Record<
    'databaseUrl' | 'ownerDatabaseUrl' | 'adminDatabaseUrl' | 'sequencerDatabaseUrl',
    string
  >;
}

/**
 * Stops a server of this cluster that an earlier run left behind. A pid that now belongs to another program would keep
 * Postgres from starting, so its file is removed. If there is no such process, Postgres finds that out itself.
 */
async function stopLeftBehind(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const identity = identityOf(pid);
  if (identity === '') return;
  if (commandLineOf(pid).includes(folder)) await stopProcess({ ...STOPPING, pid, identity });
  else rmSync(file, { force: true });
}

async function launch(cluster: Cluster, place: ServerPlace): Promise<RunningPostgres> {
  const { children, logDir, isFast, database } = place;
  const port = await freePort();
  const spec: LoggedSpec = {
    // SIGINT is its "fast" shutdown: connections are closed, everything committed is on disk.
    ...STOPPING,
    command: join(cluster.native, 'bin', 'postgres'),
    args: ['-D', cluster.folder, '-p', String(port), ...settingsArguments(isFast)],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    account: cluster.account,
    logFile: join(logDir, 'postgres.log'),
  };
  const child = await children.spawn(spec);
  const urlOf = (role: string, password: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  const urls = {
    databaseUrl: urlOf('warmline_app', newPassword()),
    ownerDatabaseUrl: urlOf('warmline_owner', newPassword()),
    sequencerDatabaseUrl: urlOf('warmline_sequencer', newPassword()),
    adminDatabaseUrl: urlOf(SUPERUSER, cluster.password),
  };
  return { port, child, spec, urls };
}

async function connectWhenReady({ child, urls }: RunningPostgres): Promise<pg.Client> {
  const connectionString = Object.assign(new URL(urls.adminDatabaseUrl), { pathname: '/postgres' }).href;
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.hasEnded()) throw new Failure(`Postgres stopped while starting: ${lastWords(child.logFile)}`);
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch {
      await client.end().catch(() => {});
      await delay(50);
    }
  }
  throw new Failure(
    `Postgres did not become ready within ${START_MS / 1000} s; its log is ${child.logFile}.`,
  );
}

/** Starts the private Postgres of a data folder on a free loopback port, with the database asked for. */
export async function startPostgres(place: ServerPlace): Promise<RunningPostgres> {
  const cluster = await readyCluster(place.dataDir);
  await stopLeftBehind(cluster.folder);
  const postgres = await launch(cluster, place);
  const client = await connectWhenReady(postgres);
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [place.database]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(place.database)}`);
  } finally {
    await client.end();
  }
  return postgres;
}
