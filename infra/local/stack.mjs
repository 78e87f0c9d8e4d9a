import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { keepPrevious } from './log-file.mjs';
import { startPostgres } from './postgres.mjs';
import { Progress } from './progress.mjs';
import { startRedis } from './redis.mjs';
import { REDIS, requireProgram } from './system-package.mjs';
import { takeOver } from './take-over.mjs';

/**
 * @typedef {object} StackPlace
 * @property {string} dataDir
 * @property {string} logDir
 * @property {string} database
 * @property {boolean} fast
 * @property {import('./roster.mjs').Roster} roster
 */

/**
 * @typedef {object} StackOptions
 * @property {string} dataDir everything is kept here; made if missing
 * @property {string} [database] made if missing; 'warmline' by default
 * @property {boolean} [fast] without fsync, for data that may be lost with the machine's power
 * @property {string} [databaseUrl] use this server and start no Postgres
 * @property {string} [redisUrl] use this server and start no Redis
 * @property {import('./roster.mjs').Roster} [roster] of a caller who starts more; by default one of its own
 * @property {Progress} [progress] told each step; silent by default
 */

/**
 * @typedef {object} Stack
 * @property {string} databaseUrl
 * @property {string} redisUrl
 * @property {OwnServer[]} own the servers started here, for a caller who wants to keep them running
 * @property {() => Promise<void>} stop
 */

/** @typedef {{ child: import('./roster.mjs').Child, spec: import('./roster.mjs').ChildSpec }} OwnServer */

const SILENT = { write: () => true };

/**
 * @param {StackPlace} place
 * @param {StackOptions} options
 * @returns {Promise<{ url: string, own: OwnServer[] }>}
 */
async function database(place, { databaseUrl, progress = new Progress(SILENT) }) {
  if (databaseUrl !== undefined) {
    progress.say('  ✓ Postgres as given by DATABASE_URL');
    return { url: databaseUrl, own: [] };
  }
  const postgres = await progress.step(
    'Starting Postgres',
    () => startPostgres(place),
    ({ port }) => `Postgres ready on port ${port}`,
  );
  return { url: postgres.urlOf(place.database), own: [postgres] };
}

/**
 * @param {StackPlace} place
 * @param {StackOptions} options
 * @returns {Promise<{ url: string, own: OwnServer[] }>}
 */
async function liveIndex(place, { redisUrl, progress = new Progress(SILENT) }) {
  if (redisUrl !== undefined) {
    progress.say('  ✓ Redis as given by REDIS_URL');
    return { url: redisUrl, own: [] };
  }
  const server = await requireProgram(REDIS);
  const redis = await progress.step(
    'Starting Redis',
    () => startRedis(place, server),
    ({ port }) => `Redis ready on port ${port}`,
  );
  return { url: redis.url, own: [redis] };
}

/**
 * Starts a private Postgres and a private Redis, both on free loopback ports. They stop with `stop()`, and also when this
 * process dies without calling it.
 *
 * @param {StackOptions} options
 * @returns {Promise<Stack>}
 */
export async function startStack(options) {
  const roster = options.roster ?? (await takeOver(options.dataDir));
  const dataDir = realpathSync(options.dataDir);
  const logDir = join(dataDir, 'logs');
  for (const name of ['postgres.log', 'redis.log']) keepPrevious(join(logDir, name));
  const place = {
    dataDir,
    logDir,
    roster,
    database: options.database ?? 'warmline',
    fast: options.fast ?? false,
  };
  try {
    const { url: databaseUrl, own: postgres } = await database(place, options);
    const { url: redisUrl, own: redis } = await liveIndex(place, options);
    return { databaseUrl, redisUrl, own: [...postgres, ...redis], stop: () => roster.stopAll() };
  } catch (error) {
    if (options.roster === undefined) await roster.stopAll();
    throw error;
  }
}
