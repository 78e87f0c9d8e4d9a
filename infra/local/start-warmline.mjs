import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { areInstalled, installDependencies } from './dependencies.mjs';
import { Failure } from './failure.mjs';
import { keepPrevious, lastWords } from './log-file.mjs';
import { requireFreePort } from './ports.mjs';
import { runUntilStopped } from './run.mjs';
import { keepAlive, serviceSpec, waitUntilReady } from './services.mjs';
import { childEnvironment } from './settings.mjs';
import { findProgram, REDIS, requireProgram } from './system-package.mjs';

/** @typedef {import('./run.mjs').Run} Run */

/** @param {Run} run */
export async function provide({ settings, progress }) {
  await requireFreePort(settings.port);
  const { root, logDir } = settings;
  if (!areInstalled(root)) {
    const logFile = join(logDir, 'npm-ci.log');
    await progress.step(
      'Installing packages',
      () => installDependencies({ root, logFile }),
      () => 'Packages installed',
    );
  }
  if (settings.redisUrl === undefined && findProgram(REDIS.programs) === undefined) {
    await progress.step(
      'Installing Redis',
      () => requireProgram(REDIS),
      () => 'Redis installed',
    );
  }
}

/** @param {Run} run */
export async function startServers(run) {
  // Loaded only now: it needs packages that may just have been installed.
  const { startStack } = await import('./stack.mjs');
  const { settings, progress, roster } = run;
  const { databaseUrl, redisUrl, dataDir } = settings;
  const given = { ...(databaseUrl ? { databaseUrl } : {}), ...(redisUrl ? { redisUrl } : {}) };
  const stack = await startStack({ dataDir, roster, progress, ...given });
  for (const { spec, child } of stack.own) keepAlive(run, spec, child).catch(run.end);
  return stack;
}

/**
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} env
 */
export async function migrate({ settings, progress, roster }, env) {
  const logFile = join(settings.logDir, 'migrate.log');
  keepPrevious(logFile);
  const script = join(settings.root, 'dist/gateway/migrate.js');
  const work = async () => {
    const args = ['--enable-source-maps', script, '--demo'];
    const command = process.execPath;
    const child = await roster.spawn({ name: 'migrate', command, args, cwd: settings.root, env, logFile });
    const how = await child.ended;
    if (how !== 'exit code 0') throw new Failure(`The database could not be prepared: ${lastWords(logFile)}`);
  };
  await progress.step('Preparing the database', work, () => 'Database prepared');
}

/**
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} env
 */
async function startServices(run, env) {
  const worker = serviceSpec(run, 'worker', env);
  const gateway = serviceSpec(run, 'gateway', env);
  const work = async () => {
    const children = [await run.roster.spawn(worker), await run.roster.spawn(gateway)];
    await waitUntilReady(run.settings.port, children);
    return children;
  };
  const [workerChild, gatewayChild] = await run.progress.step(
    'Starting gateway and worker',
    work,
    () => `Gateway ready on port ${run.settings.port}`,
  );
  if (workerChild !== undefined) keepAlive(run, worker, workerChild).catch(run.end);
  if (gatewayChild !== undefined) keepAlive(run, gateway, gatewayChild).catch(run.end);
}

/** @param {string} root */
export function demoSignIns(root) {
  /** @type {{ role: string, signInName: string, password: string }[]} */
  const staff = JSON.parse(readFileSync(join(root, 'tools/dev/stack/demo-sign-ins.json'), 'utf8'));
  return staff.map(
    ({ role, signInName, password }) => `    ${role.padEnd(15)}${signInName.padEnd(6)}${password}`,
  );
}

/** @param {Run} run */
function announce({ settings, progress, onEnd }) {
  const { root, url, dataDir, logDir } = settings;
  const file = join(dataDir, 'running.json');
  writeFileSync(file, `${JSON.stringify({ pid: process.pid, url, console: `${url}/console/` })}\n`, {
    mode: 0o600,
  });
  onEnd(() => rmSync(file, { force: true }));
  const lines = [
    '',
    `  Visitors   ${url}/`,
    `  Console    ${url}/console/`,
    '',
    '  Sign in to the console as',
  ];
  lines.push(...demoSignIns(root), '', `  Logs are in ${logDir}. Ctrl-C stops everything.`, '');
  progress.say(lines.join('\n'));
}

/** @param {Run} run */
async function startAll(run) {
  const { root, logDir, dataDir } = run.settings;
  rmSync(join(dataDir, 'running.json'), { force: true });
  await provide(run);
  const servers = await startServers(run);
  const logFile = join(logDir, 'build.log');
  await run.progress.step(
    'Building what changed',
    () => build({ root, logFile }),
    () => 'Pages and server built',
  );
  const env = childEnvironment(run.settings, servers);
  await migrate(run, env);
  await startServices(run, env);
  announce(run);
}

export const startWarmline = () => runUntilStopped(startAll);
