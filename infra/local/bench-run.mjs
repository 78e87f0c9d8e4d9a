import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { NX } from './build.mjs';
import { runTool, stopCommands } from './commands.mjs';
import { areInstalled, installDependencies } from './dependencies.mjs';
import { Failure } from './failure.mjs';
import { lastWords } from './log-file.mjs';
import { freePort } from './ports.mjs';
import { Progress } from './progress.mjs';
import { serviceSpec } from './services.mjs';
import { childEnvironment, readSettings, ROOT } from './settings.mjs';
import { onStopSignal } from './stop-signal.mjs';
import { takeOver } from './take-over.mjs';

/** @typedef {import('./roster.mjs').Roster} Roster */

const PROJECTS = 'gateway,visitor,console,bench';
const START_MS = 120_000;

/** @param {string} scratch */
async function build(scratch) {
  const logFile = join(scratch, 'build.log');
  const args = ['run-many', '-t', 'build', '-p', PROJECTS, '--output-style=static'];
  const { code } = await runTool({ script: NX, args, root: ROOT, logFile });
  if (code !== 0) throw new Failure(`The build failed: ${lastWords(logFile)}`);
}

/**
 * The whole of `npm start` in a data folder; it is stopped again.
 *
 * @param {Roster} roster
 * @param {string} dataDir
 */
async function npmStart(roster, dataDir) {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...env } = process.env;
  const since = performance.now();
  const child = await roster.spawn({
    name: 'warmline',
    command: process.execPath,
    args: [join(ROOT, 'tools/dev/bootstrap.mjs'), 'tools/dev/bin/start.ts'],
    cwd: ROOT,
    env: { ...env, PORT: String(await freePort()), WARMLINE_DATA_DIR: dataDir },
    logFile: `${dataDir}.log`,
    graceMs: 45_000,
  });
  const file = join(dataDir, 'running.json');
  while (!existsSync(file)) {
    if (child.hasEnded() || performance.now() - since > START_MS)
      throw new Failure(`Warmline did not start: ${lastWords(child.logFile)}`);
    await delay(20);
  }
  const took = performance.now() - since;
  await roster.stop(child);
  return took;
}

/**
 * A server as `npm start` would start it, flags included.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {'gateway' | 'worker'} name
 */
function programOf(settings, name) {
  const { args } = serviceSpec({ settings }, name, {});
  return { script: args.at(-1) ?? '', execArgv: args.slice(0, -1) };
}

/**
 * @param {string} scratch
 * @param {Progress} progress
 */
async function openGround(scratch, progress) {
  const { startStack } = await import('./stack.mjs');
  const { removeCluster } = await import('./postgres-data.mjs');
  const roster = await takeOver(scratch);
  const stack = await startStack({ dataDir: scratch, database: 'postgres', roster, progress });
  const settings = { ...readSettings({}), dataDir: scratch, logDir: join(scratch, 'logs') };
  const urlOf = (/** @type {string} */ database) => {
    const url = new URL(stack.databaseUrl);
    url.pathname = database;
    return url.href;
  };
  const ground = {
    root: ROOT,
    scratch,
    environment: process.env,
    databaseUrlOf: urlOf,
    environmentOf: (
      /** @type {{ database: string, port: number, prefix: string }} */ { database, port, prefix },
    ) => ({
      ...childEnvironment(
        { ...settings, port, url: `http://127.0.0.1:${port}` },
        { databaseUrl: database, redisUrl: stack.redisUrl },
      ),
      REDIS_PREFIX: prefix,
    }),
    gateway: programOf(settings, 'gateway'),
    worker: programOf(settings, 'worker'),
    migrate: { script: join(ROOT, 'dist/gateway/migrate.js'), execArgv: ['--enable-source-maps'] },
    npmStart: (/** @type {string} */ dataDir) => npmStart(roster, dataDir),
    freePort,
    say: (/** @type {string} */ line) => progress.say(line),
  };
  const close = async () => {
    stopCommands();
    await roster.stopAll();
    removeCluster(join(scratch, 'start'));
    removeCluster(scratch);
  };
  return { ground, close };
}

/**
 * @param {Progress} progress
 * @param {string} scratch
 * @param {string[]} given
 */
async function setUpAndMeasure(progress, scratch, given) {
  if (!areInstalled(ROOT)) {
    const logFile = join(scratch, 'npm-ci.log');
    await progress.step('Installing packages', () => installDependencies({ root: ROOT, logFile }));
  }
  await progress.step(
    'Building what changed',
    () => build(scratch),
    () => 'Pages, server and benchmark built',
  );
  const { ground, close } = await openGround(scratch, progress);
  const forget = onStopSignal(async () => {
    await close();
    rmSync(scratch, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    const { bench } = await import(join(ROOT, 'dist/bench/bench.js'));
    await bench(ground, { given, print: (/** @type {string} */ line) => process.stdout.write(`${line}\n`) });
  } finally {
    forget();
    await close();
  }
}

/** @param {string[]} given of the command line */
export async function runBench(given) {
  const progress = new Progress(given.includes('--json') ? process.stderr : process.stdout);
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'warmline-bench-'));
  // The user that Postgres runs as has to pass through.
  chmodSync(scratch, 0o711);
  try {
    await setUpAndMeasure(progress, scratch, given);
  } catch (error) {
    progress.fail(error);
    progress.say(`  Logs are in ${scratch}.`);
    process.exit(1);
  }
  rmSync(scratch, { recursive: true, force: true });
  process.exit(0);
}
