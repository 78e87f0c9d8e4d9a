import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from 'redis';
import { Failure } from './failure.mjs';
import { lastWords } from './log-file.mjs';
import { freePort } from './ports.mjs';
import { newPassword, writeSecret } from './secret-file.mjs';

/** @typedef {import('./roster.mjs').Child} Child */
/** @typedef {import('./roster.mjs').ChildSpec} ChildSpec */
/** @typedef {{ port: number, child: Child, spec: ChildSpec, url: string }} RunningRedis */

const SETTINGS = fileURLToPath(new URL('../redis/redis.conf', import.meta.url));
const START_MS = 30_000;

/** @param {{ port: number, dir: string, password: string }} own */
export function redisConfig({ port, dir, password }) {
  const quote = (/** @type {string} */ text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return [
    `include ${quote(SETTINGS)}`,
    'bind 127.0.0.1',
    `port ${port}`,
    'unixsocket ""',
    `dir ${quote(dir)}`,
    `requirepass ${password}`,
  ].join('\n');
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
async function answers(url) {
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

/**
 * @param {import('./roster.mjs').Child} child
 * @param {string} url
 */
async function waitUntilReady(child, url) {
  const deadline = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (child.hasEnded()) throw new Failure(`Redis stopped while starting: ${lastWords(child.logFile)}`);
    if (Date.now() > deadline) {
      throw new Failure(
        `Redis did not become ready within ${START_MS / 1000} s; its log is ${child.logFile}.`,
      );
    }
    await delay(50);
  }
}

/**
 * Starts a private Redis on a free loopback port, with a password of this run only.
 *
 * @param {import('./stack.mjs').StackPlace} place
 * @param {string} server the redis-server or valkey-server program
 * @returns {Promise<RunningRedis>}
 */
export async function startRedis({ dataDir, logDir, roster }, server) {
  const dir = join(dataDir, 'redis');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const password = newPassword();
  // In a file, not on the command line, which every user of the machine can read.
  const config = join(dataDir, 'redis.conf');
  writeSecret(config, redisConfig({ port, dir, password }));
  const spec = {
    name: 'redis',
    command: server,
    args: [config],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    logFile: join(logDir, 'redis.log'),
    stopTurn: 3,
  };
  const child = await roster.spawn(spec);
  const url = `redis://:${password}@127.0.0.1:${port}`;
  await waitUntilReady(child, url);
  return { port, child, spec, url };
}
