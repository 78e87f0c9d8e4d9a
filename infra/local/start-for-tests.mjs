import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { freePort } from './ports.mjs';

const START_MS = 5 * 60_000;

/**
 * Starts Warmline as a person would, with data of its own, and waits until it is ready.
 *
 * @param {{ root: string, scratch: string, roster: import('./roster.mjs').Roster }} round
 * @returns {Promise<{ WARMLINE_URL: string, WARMLINE_DATA_DIR: string, DEMO_SIGN_INS_FILE: string }>} what the journeys
 *   find in their environment
 */
export async function startForTests({ root, scratch, roster }) {
  const port = await freePort();
  const dataDir = join(scratch, 'warmline');
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...env } = process.env;
  const child = await roster.spawn({
    name: 'warmline',
    command: process.execPath,
    args: [join(root, 'infra/local/start.mjs')],
    cwd: root,
    env: { ...env, PORT: String(port), WARMLINE_DATA_DIR: dataDir },
    logFile: join(scratch, 'start.log'),
    graceMs: 45_000,
  });
  await waitForRunning(join(dataDir, 'running.json'), child);
  return {
    WARMLINE_URL: `http://localhost:${port}`,
    WARMLINE_DATA_DIR: dataDir,
    DEMO_SIGN_INS_FILE: join(root, 'infra/local/demo-sign-ins.json'),
  };
}

/**
 * @param {string} file written when everything is ready
 * @param {import('./roster.mjs').Child} child
 */
async function waitForRunning(file, child) {
  const deadline = Date.now() + START_MS;
  while (!existsSync(file)) {
    if (child.hasEnded() || Date.now() > deadline) {
      throw new Failure(`Warmline did not start:\n${readFileSync(child.logFile, 'utf8')}`);
    }
    await delay(100);
  }
}
