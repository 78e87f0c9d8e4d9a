import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { stopCommands } from './commands.mjs';
import { areInstalled, installDependencies } from './dependencies.mjs';
import { Failure } from './failure.mjs';
import { Progress } from './progress.mjs';
import { ROOT } from './settings.mjs';
import { onStopSignal } from './stop-signal.mjs';
import { layGround } from './storm-ground.mjs';
import { takeOver } from './take-over.mjs';

/** @typedef {import('./roster.mjs').Roster} Roster */

/** A folder for one storm, which the user that Postgres runs as may pass through. */
function makeScratch() {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'warmline-storm-'));
  chmodSync(scratch, 0o711);
  return scratch;
}

/**
 * @param {Progress} progress
 * @param {string} scratch
 */
async function prepare(progress, scratch) {
  // A seeded bug's copy was built by whoever made it.
  if (process.env['WARMLINE_BUILT'] === '1') return;
  if (!areInstalled(ROOT)) {
    const logFile = join(scratch, 'npm-ci.log');
    await progress.step('Installing packages', () => installDependencies({ root: ROOT, logFile }));
  }
  const logFile = join(scratch, 'build.log');
  await progress.step('Building what changed', () =>
    build({ root: ROOT, logFile, projects: ['gateway', 'storm'] }),
  );
}

/**
 * @param {string[]} args
 * @param {Progress} progress
 * @param {{ scratch: string, roster: Roster, abort: AbortSignal }} place
 * @returns {Promise<number>} exit code
 */
async function perform(args, progress, { scratch, roster, abort }) {
  if (args.includes('--seeded-bugs')) {
    const { runSeededBugs } = await import('./seeded-bugs.mjs');
    const names = args.filter((arg) => !arg.startsWith('--'));
    return runSeededBugs(names, { root: ROOT, scratch, roster, progress });
  }
  await prepare(progress, scratch);
  const { runStorm, BadOption } = await import(pathToFileURL(join(ROOT, 'dist/storm/main.js')).href);
  try {
    return await runStorm({ args, abort, root: ROOT, lay: () => layGround({ scratch, roster }) });
  } catch (error) {
    if (error instanceof BadOption) throw new Failure(/** @type {Error} */ (error).message);
    throw error;
  }
}

/**
 * One storm from nothing to nothing: whatever happens, no process and no folder of it is left.
 *
 * @param {string[]} args of the command line
 */
export async function storm(args) {
  // The result goes to the output, the way there does not: a program may read it.
  const progress = new Progress(process.stderr);
  const scratch = makeScratch();
  const roster = await takeOver(scratch);
  const stopping = new AbortController();
  const closeAll = async () => {
    stopCommands();
    await roster.stopAll();
    const { removeCluster } = await import('./postgres-data.mjs');
    removeCluster(scratch);
    rmSync(scratch, { recursive: true, force: true });
  };
  /** @type {Promise<void> | undefined} */
  let closing;
  const close = () => (closing ??= closeAll());
  const giveUp = async (/** @type {unknown} */ error) => {
    stopping.abort();
    if (error instanceof Error) progress.fail(error);
    await close();
    process.exit(1);
  };
  onStopSignal(giveUp);
  process.on('uncaughtException', giveUp);
  process.on('unhandledRejection', giveUp);
  let code = 1;
  try {
    code = await perform(args, progress, { scratch, roster, abort: stopping.signal });
  } catch (error) {
    if (!stopping.signal.aborted) progress.fail(error);
  }
  await close();
  process.exit(code);
}
