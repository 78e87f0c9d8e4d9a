import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Child, ChildProcesses, LoggedSpec } from '../process/child-processes.ts';
import { makeDataDir } from '../process/data-dir.ts';
import { keepPrevious } from '../process/log-rotation.ts';
import { Progress } from '../process/progress.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import type { ServerUrls } from './settings.ts';
import { findProgram, REDIS, requireProgram } from './system-package.ts';

/** What starting a server needs to know. */
export interface ServerPlace {
  readonly dataDir: string;
  readonly logDir: string;
  readonly database: string;
  readonly isFast: boolean;
  readonly children: ChildProcesses;
}

export interface StackOptions {
  /** Everything is kept here; made if missing. */
  readonly dataDir: string;
  readonly children: ChildProcesses;
  /** Told each step; silent by default. */
  readonly progress?: Progress;
  /** Made if missing; 'warmline' by default. */
  readonly database?: string;
  /** Without fsync, for data that may be lost with the machine's power. */
  readonly isFast?: boolean;
  /** Use this server and start no Postgres. */
  readonly databaseUrl?: string | undefined;
  /** Use this server and start no Redis. */
  readonly redisUrl?: string | undefined;
}

export interface OwnServer {
  readonly port: number;
  readonly child: Child;
  readonly spec: LoggedSpec;
}

export interface Stack extends ServerUrls {
  /** The servers started here: Postgres, Redis, or both in this order. */
  readonly own: readonly OwnServer[];
}

/** Starts a private Postgres and a private Redis, both on free loopback ports. They stop with the other children. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { children, progress = Progress.silent(), database = 'warmline', isFast = false } = options;
  makeDataDir(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  const logDir = join(dataDir, 'logs');
  const place = { dataDir, logDir, children, database, isFast };
  const own: OwnServer[] = [];
  let { databaseUrl, redisUrl } = options;
  if (databaseUrl === undefined) {
    keepPrevious(join(logDir, 'postgres.log'));
    const postgres = await progress.step('Starting Postgres', () => startPostgres(place), {
      done: ({ port }) => `Postgres ready on port ${port}`,
    });
    databaseUrl = postgres.urlOf(database);
    own.push(postgres);
  } else progress.say('  ✓ Postgres from DATABASE_URL');
  if (redisUrl === undefined) {
    keepPrevious(join(logDir, 'redis.log'));
    if (findProgram(REDIS.programs) === undefined) {
      await progress.step('Installing Redis', () => requireProgram(REDIS, children), {
        done: () => 'Redis installed',
      });
    }
    const redis = await progress.step('Starting Redis', () => startRedis(place), {
      done: ({ port }) => `Redis ready on port ${port}`,
    });
    redisUrl = redis.url;
    own.push(redis);
  } else progress.say('  ✓ Redis from REDIS_URL');
  return { databaseUrl, redisUrl, own };
}
