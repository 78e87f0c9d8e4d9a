import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Failure } from './failure.mjs';
import { lastWords } from './log-file.mjs';
import { freePort } from './ports.mjs';
import { readyCluster, SUPERUSER } from './postgres-cluster.mjs';
import { settingsArguments } from './postgres-settings.mjs';
import { commandLineOf, identityOf } from './process-identity.mjs';
import { stopProcess } from './stop-process.mjs';

/** @typedef {import('./postgres-cluster.mjs').Cluster} Cluster */
/** @typedef {import('./roster.mjs').Child} Child */
/** @typedef {import('./roster.mjs').ChildSpec} ChildSpec */
/** @typedef {{ port: number, child: Child, spec: ChildSpec, urlOf: (database: string) => string }} RunningPostgres */

/** Replaying what a crash left unfinished can take a while. */
const START_MS = 60_000;

/**
 * A postmaster of this very cluster that an earlier run left behind is stopped. A pid that now belongs to another program
 * would keep Postgres from starting, so its file goes; where the process is gone, Postgres sees that for itself.
 *
 * @param {Cluster} cluster
 */
async function clearTheWay({ folder }) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const identity = identityOf(pid);
  if (identity === '') return;
  if (commandLineOf(pid).includes(folder)) {
    await stopProcess({
      name: 'postgres',
      pid,
      identity,
      stopSignal: 'SIGINT',
      stopTurn: 4,
      graceMs: 10_000,
    });
  } else {
    rmSync(file, { force: true });
  }
}

/**
 * @param {Cluster} cluster
 * @param {import('./stack.mjs').StackPlace} place
 * @returns {Promise<RunningPostgres>}
 */
async function launch(cluster, { roster, logDir, fast }) {
  const port = await freePort();
  /** @type {ChildSpec} */
  const spec = {
    name: 'postgres',
    command: join(cluster.native, 'bin', 'postgres'),
    args: ['-D', cluster.folder, '-p', String(port), ...settingsArguments(fast)],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    account: cluster.account,
    logFile: join(logDir, 'postgres.log'),
    // "Fast" shutdown: connections are closed, everything committed is on disk.
    stopSignal: 'SIGINT',
    stopTurn: 4,
  };
  const child = await roster.spawn(spec);
  const urlOf = (/** @type {string} */ database) =>
    `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
  return { port, child, spec, urlOf };
}

/** @param {RunningPostgres} postgres */
async function connectWhenReady({ child, urlOf }) {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (child.hasEnded()) {
      throw new Failure(`Postgres stopped while starting: ${lastWords(child.logFile)}`);
    }
    const client = new pg.Client({ connectionString: urlOf('postgres'), connectionTimeoutMillis: 5_000 });
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

/**
 * @param {RunningPostgres} postgres
 * @param {string} database
 */
async function ensureDatabase(postgres, database) {
  const client = await connectWhenReady(postgres);
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the private Postgres of a data folder on a free loopback port.
 *
 * @param {import('./stack.mjs').StackPlace} place
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres(place) {
  const cluster = await readyCluster(place.dataDir);
  await clearTheWay(cluster);
  const postgres = await launch(cluster, place);
  await ensureDatabase(postgres, place.database);
  return postgres;
}
