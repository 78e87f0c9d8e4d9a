import { mkdirSync } from 'node:fs';
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

const SETTINGS = fileURLToPath(new URL('../../../infra/redis/redis.conf', import.meta.url));
const START_MS = 30_000;

export interface RunningRedis {
  readonly port: number;
  readonly child: Child;
  readonly spec: LoggedSpec;
  readonly url: string;
}

export function redisConfig({
  port,
  dir,
  password,
}: {
  port: number;
  dir: string;
  password: string;
}): string {
  const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return [
    `include ${quote(SETTINGS)}`,
    'bind 127.0.0.1',
    `port ${port}`,
    'unixsocket ""',
    `dir ${quote(dir)}`,
    `requirepass ${password}`,
  ].join('\n');
}

async function isReady(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 2_000 } });
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

/** Starts a private Redis on a free loopback port, with a password for this run only. */
export async function startRedis({ dataDir, logDir, children }: ServerPlace): Promise<RunningRedis> {
  const command = await requireProgram(REDIS, children);
  const dir = join(dataDir, 'redis');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const password = newPassword();
  // In a file, not on the command line, which every user of the machine can read.
  const config = join(dataDir, 'redis.conf');
  writeSecret(config, redisConfig({ port, dir, password }));
  const spec: LoggedSpec = {
    name: 'redis',
    command,
    args: [config],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    logFile: join(logDir, 'redis.log'),
    stopOrder: 3,
  };
  const child = await children.spawn(spec);
  const url = `redis://:${password}@127.0.0.1:${port}`;
  await waitUntilReady(child, url);
  return { port, child, spec, url };
}
