import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from 'redis';
import type { Child, LoggedSpec } from '../process/child-processes.ts';
import { Failure } from '../process/failure.ts';
import { lastWords } from '../process/log-file.ts';
import { freePort } from '../process/ports.ts';
import { newPassword, writeSecret } from './secret-file.ts';
import type { ServerPlace } from './stack.ts';
import { REDIS, requireProgram } from './system-package.ts';

const IN_INFRA = new URL('../../../infra/redis/', import.meta.url);
const SETTINGS = fileURLToPath(new URL('redis.conf', IN_INFRA));
const USERS = new URL('users.acl', IN_INFRA);
const START_MS = 30_000;

export interface RunningRedis {
  readonly port: number;
  readonly child: Child;
  readonly spec: LoggedSpec;
  /** As each process, and as a user who may do everything where there is one. Their passwords are of this run only. */
  readonly urls: Record<'redisUrl' | 'workerRedisUrl', string>;
  readonly adminUrl: string;
}

interface Users {
  readonly gateway: string;
  readonly worker: string;
  /** For tests and drills, which look at everything; '' for none. */
  readonly admin: string;
}

const hashOf = (password: string): string => createHash('sha256').update(password).digest('hex');

/**
 * The users of infra/redis/users.acl.
 *
 * @param prefix what all keys begin with; `*` matches any text
 */
export function redisUsers({ gateway, worker, admin }: Users, prefix: string): string[] {
  const users = readFileSync(USERS, 'utf8')
    .replaceAll('wl:', `${prefix}:`)
    .replace('#GATEWAY_HASH', `#${hashOf(gateway)}`)
    .replace('#WORKER_HASH', `#${hashOf(worker)}`)
    .split('\n')
    .filter((line) => line.startsWith('user '));
  return admin === '' ? users : [...users, `user ${ADMIN} on #${hashOf(admin)} ~* &* +@all`];
}

const ADMIN = 'warmline_admin';

export function redisConfig({
  port,
  dir,
  users,
}: {
  port: number;
  dir: string;
  users: readonly string[];
}): string {
  const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return [
    `include ${quote(SETTINGS)}`,
    'bind 127.0.0.1',
    `port ${port}`,
    'unixsocket ""',
    `dir ${quote(dir)}`,
    ...users,
  ].join('\n');
}

async function isReady(url: string): Promise<boolean> {
  const client = createClient({
    url,
    disableClientInfo: true,
    socket: { reconnectStrategy: false, connectTimeout: 2_000 },
  });
  client.on('error', () => {});
  try {
    await client.connect();
    // It answers with LOADING until its append-only file has been read.
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    if (client.isOpen) client.destroy();
  }
}

async function waitUntilReady(child: Child, url: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (!(await isReady(url))) {
    if (child.hasEnded()) throw new Failure(`Redis stopped while starting: ${lastWords(child.logFile)}`);
    if (Date.now() > deadline) {
      throw new Failure(
        `Redis did not become ready within ${START_MS / 1000} s; its log is ${child.logFile}.`,
      );
    }
    await delay(50);
  }
}

/** Starts a private Redis on a free loopback port, with passwords for this run only. */
export async function startRedis({ dataDir, logDir, children, drills }: ServerPlace): Promise<RunningRedis> {
  const command = await requireProgram(REDIS, children);
  const dir = join(dataDir, 'redis');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const passwords = {
    gateway: newPassword(),
    worker: newPassword(),
    admin: drills === undefined ? '' : newPassword(),
  };
  // In a file, not on the command line, which every user of the machine can read.
  const config = join(dataDir, 'redis.conf');
  const users = redisUsers(passwords, drills?.redisPrefix ?? 'wl');
  writeSecret(config, redisConfig({ port, dir, users }));
  const spec: LoggedSpec = {
    name: 'redis',
    command,
    args: [config],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    logFile: join(logDir, 'redis.log'),
    stopOrder: 3,
  };
  const child = await children.spawn(spec);
  const urlOf = (user: string, password: string): string => `redis://${user}:${password}@127.0.0.1:${port}`;
  const urls = {
    redisUrl: urlOf('warmline_gateway', passwords.gateway),
    workerRedisUrl: urlOf('warmline_worker', passwords.worker),
  };
  await waitUntilReady(child, urls.redisUrl);
  const adminUrl = drills === undefined ? '' : urlOf(ADMIN, passwords.admin);
  return { port, child, spec, urls, adminUrl };
}
