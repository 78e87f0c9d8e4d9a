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
  readonly drills: Drills | undefined;
  readonly children: ChildProcesses;
}

/** For tests, storms and benchmarks, which look at everything and break everything. */
export interface Drills {
  /** What all keys of the product begin with; `*` matches any text. `wl` by default. */
  readonly redisPrefix?: string;
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
  /** Gives Redis a user who may do everything. */
  readonly drills?: Drills;
  /** Servers of the operator's own: with a `databaseUrl` no Postgres is started, with a `redisUrl` no Redis. */
  readonly given?: Partial<ServerUrls>;
}

export interface OwnServer {
  readonly port: number;
  readonly child: Child;
  readonly spec: LoggedSpec;
}

export interface Stack {
  readonly urls: ServerUrls;
  /** May do everything on the servers started here: for tests and drills, never for the product. */
  readonly admin: { readonly databaseUrl: string; readonly redisUrl: string };
  /** The servers started here: Postgres, Redis, or both in this order. */
  readonly own: readonly OwnServer[];
}

const NONE: ServerUrls = {
  databaseUrl: undefined,
  ownerDatabaseUrl: undefined,
  adminDatabaseUrl: undefined,
  sequencerDatabaseUrl: undefined,
  redisUrl: undefined,
  workerRedisUrl: undefined,
};

/** Starts a private Postgres and a private Redis, both on free loopback ports. They stop with the other children. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const {
    children,
    progress = Progress.silent(),
    database = 'warmline',
    isFast = false,
    given = {},
  } = options;
  makeDataDir(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  const logDir = join(dataDir, 'logs');
  const place = { dataDir, logDir, children, database, isFast, drills: options.drills };
  const own: OwnServer[] = [];
  let urls: ServerUrls = { ...NONE, ...given };
  const admin = { databaseUrl: given.adminDatabaseUrl ?? '', redisUrl: given.redisUrl ?? '' };
  if (given.databaseUrl === undefined) {
    keepPrevious(join(logDir, 'postgres.log'));
    const postgres = await progress.step('Starting Postgres', () => startPostgres(place), {
      done: ({ port }) => `Postgres ready on port ${port}`,
    });
    urls = { ...urls, ...postgres.urls };
    admin.databaseUrl = postgres.urls.adminDatabaseUrl;
    own.push(postgres);
  } else progress.say('  ✓ Postgres from DATABASE_URL');
  if (given.redisUrl === undefined) {
    keepPrevious(join(logDir, 'redis.log'));
    if (findProgram(REDIS.programs) === undefined) {
      await progress.step('Installing Redis', () => requireProgram(REDIS, children), {
        done: () => 'Redis installed',
      });
    }
    const redis = await progress.step('Starting Redis', () => startRedis(place), {
      done: ({ port }) => `Redis ready on port ${port}`,
    });
    urls = { ...urls, ...redis.urls };
    admin.redisUrl = redis.adminUrl;
    own.push(redis);
  } else progress.say('  ✓ Redis from REDIS_URL');
  return { urls, admin, own };
}
