import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { Progress } from './progress.mjs';
import { serviceSpec } from './services.mjs';
import { childEnvironment, ROOT } from './settings.mjs';
import { migrate } from './start-warmline.mjs';

/** @typedef {import('./roster.mjs').Roster} Roster */
/** @typedef {import('./roster.mjs').ChildSpec} ChildSpec */
/** @typedef {Record<string, string>} Environment */

/**
 * A copy of what was built: processes are started again for as long as the storm lasts, and somebody may build meanwhile.
 *
 * @param {string} scratch
 */
function copyOfProgram(scratch) {
  const root = join(scratch, 'program');
  mkdirSync(root, { recursive: true });
  cpSync(join(ROOT, 'dist/gateway'), join(root, 'dist/gateway'), { recursive: true });
  // Nobody looks at pages in a storm.
  for (const page of ['visitor', 'console']) mkdirSync(join(root, 'dist', page), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/**
 * Starts Postgres and Redis, durable as in service, and lends the means to start gateways and workers on them. What it
 * gives is what `apps/storm/src/stage/ground.ts` asks for.
 *
 * @param {{ scratch: string, roster: Roster }} place
 */
export async function layGround({ scratch, roster }) {
  // Loaded only now: it needs packages that may just have been installed.
  const { startStack } = await import('./stack.mjs');
  const { databaseUrl, redisUrl, own } = await startStack({ dataDir: scratch, roster });
  const [postgres, redis] = own;
  const root = copyOfProgram(scratch);
  const logDir = join(scratch, 'logs');
  /** @param {number} port */
  const settings = (port) => ({
    ...{ root, dataDir: scratch, logDir, port },
    ...{ url: `http://127.0.0.1:${port}`, logLevel: 'info' },
  });
  /** @param {number} port @param {Environment} more */
  const environment = (port, more) => ({
    ...childEnvironment(settings(port), { databaseUrl, redisUrl }),
    ...more,
  });
  const progress = new Progress({ write: () => true });
  /** @param {number} port */
  const run = (port) => ({
    ...{ settings: settings(port), progress, roster },
    ...{ end: async () => {}, onEnd: () => {} },
  });
  return {
    ...{ dir: scratch, logDir, keyringDir: join(scratch, 'keyring'), databaseUrl, redisUrl, postgres, redis },
    freePort,
    /** @param {number} port @param {Environment} more */
    gateway: (port, more) => serviceSpec(run(port), 'gateway', environment(port, more)),
    /** @param {Environment} more */
    worker: (more) => serviceSpec(run(1), 'worker', environment(1, more)),
    /** @param {Environment} more */
    migrate: (more) => migrate(run(1), environment(1, more)),
    /** @param {ChildSpec} spec */
    spawn: (spec) => roster.spawn(spec),
    stopAll: () => roster.stopAll(),
  };
}
