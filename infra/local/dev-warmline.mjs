import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { startProxy } from './dev-proxy.mjs';
import { keepPrevious } from './log-file.mjs';
import { freePort } from './ports.mjs';
import { runUntilStopped } from './run.mjs';
import { serviceSpec, waitUntilReady } from './services.mjs';
import { childEnvironment } from './settings.mjs';
import { demoSignIns, migrate, provide, startServers } from './start-warmline.mjs';

/** @typedef {import('./run.mjs').Run} Run */
/** @typedef {import('./roster.mjs').Child} Child */
/** @typedef {import('./roster.mjs').ChildSpec} ChildSpec */

/** A build writes many files; this long after the last one it is taken to be done. */
const SETTLE_MS = 400;

/**
 * @param {Run} run
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv }} tool args: the script, from the root, and its own
 */
function startTool({ settings, roster }, { name, args, env }) {
  const logFile = join(settings.logDir, `${name}.log`);
  keepPrevious(logFile);
  return roster.spawn({ name, command: process.execPath, args, cwd: settings.root, env, logFile });
}

/**
 * @param {Run} run
 * @param {'visitor' | 'console'} page
 * @param {number} gateway its port
 */
async function startPage(run, page, gateway) {
  const port = await freePort();
  const args = ['infra/local/vite-page.mjs', page, String(port)];
  const env = { ...process.env, PORT: String(gateway), NODE_ENV: 'development' };
  await startTool(run, { name: `${page}-page`, args, env });
  return port;
}

/**
 * Starts services, and starts them again whenever their build has changed. One that crashes is left so until then.
 *
 * @param {Run} run
 * @param {readonly ChildSpec[]} specs
 * @param {number} port where the gateway answers
 */
async function startAgainOnChange(run, specs, port) {
  /** @type {Child[]} */
  let children = [];
  const startEach = async () => {
    children = [];
    for (const spec of specs) children.push(await run.roster.spawn(spec));
    await waitUntilReady(port, children);
  };
  const startAgain = async () => {
    await Promise.all(children.map((child) => run.roster.stop(child)));
    await run.progress
      .step('Starting gateway and worker again', startEach, () => 'Gateway and worker started again')
      .catch((error) => (run.roster.isClosed ? undefined : run.progress.fail(error)));
  };
  await run.progress.step('Starting gateway and worker', startEach, () => 'Gateway ready');
  watchFolder(join(run.settings.root, 'dist/gateway'), startAgain);
}

/**
 * @param {string} folder
 * @param {() => Promise<void>} act never twice at a time
 */
function watchFolder(folder, act) {
  let queue = Promise.resolve();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      queue = queue.then(act);
    }, SETTLE_MS);
  });
}

/**
 * @param {Run} run
 * @param {{ databaseUrl: string, redisUrl: string }} servers
 */
async function startGateway(run, servers) {
  const { root, logDir } = run.settings;
  const logFile = join(logDir, 'build.log');
  // The pages too: the gateway does not start without any, though here it is never asked for them.
  await run.progress.step(
    'Building what changed',
    () => build({ root, logFile }),
    () => 'Pages and server built',
  );
  const gateway = await freePort();
  const env = { ...childEnvironment(run.settings, servers), PORT: String(gateway), NODE_ENV: 'development' };
  await migrate(run, env);
  await startAgainOnChange(run, [serviceSpec(run, 'worker', env), serviceSpec(run, 'gateway', env)], gateway);
  const vite = 'node_modules/vite/bin/vite.js';
  const args = [vite, 'build', '--watch', '-c', 'apps/gateway/vite.config.ts'];
  await startTool(run, { name: 'gateway-build', args, env: { ...process.env, NODE_ENV: 'development' } });
  return gateway;
}

/** @param {Run} run */
async function developAll(run) {
  await provide(run);
  const gateway = await startGateway(run, await startServers(run));
  const visitor = await startPage(run, 'visitor', gateway);
  const staff = await startPage(run, 'console', gateway);
  const { root, port, url, logDir } = run.settings;
  const proxy = await startProxy(port, { gateway, visitor, console: staff });
  run.onEnd(() => proxy.closeAllConnections());
  const lines = ['', `  Visitors   ${url}/`, `  Console    ${url}/console/`, ''];
  lines.push(`  behind it: gateway ${gateway}, visitor page ${visitor}, console ${staff}`, '');
  lines.push(
    '  Sign in to the console as',
    ...demoSignIns(root),
    '',
    `  Logs are in ${logDir}. Ctrl-C stops everything.`,
  );
  run.progress.say(lines.join('\n'));
}

export const developWarmline = () => runUntilStopped(developAll);
