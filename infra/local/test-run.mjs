import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopCommands } from './commands.mjs';
import { areInstalled, installDependencies } from './dependencies.mjs';
import { Failure } from './failure.mjs';
import { Progress, seconds } from './progress.mjs';
import { ROOT } from './settings.mjs';
import { onStopSignal } from './stop-signal.mjs';
import { takeOver } from './take-over.mjs';

/** @typedef {import('./jest-run.mjs').Tally} Tally */
/** @typedef {import('./test-stages.mjs').Stage} Stage */
/** @typedef {import('./test-stages.mjs').Round} Round */

/**
 * @param {readonly string[]} args
 * @returns {{ only: string | undefined, jestArgs: string[] }}
 */
export function parseArguments(args) {
  const option = args.find((arg) => arg.startsWith('--only='));
  return { only: option?.slice('--only='.length), jestArgs: args.filter((arg) => arg !== option) };
}

/**
 * @param {readonly Stage[]} stages
 * @param {string | undefined} only
 */
function choose(stages, only) {
  const chosen = stages.filter(({ name }) => only === undefined || name === only);
  if (chosen.length > 0) return chosen;
  throw new Failure(`There is no stage "${only}": choose ${stages.map(({ name }) => name).join(', ')}.`);
}

/** A folder for one run, which the user that Postgres runs as may pass through. */
function makeScratch() {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'warmline-test-'));
  chmodSync(scratch, 0o711);
  return scratch;
}

/**
 * @param {Progress} progress
 * @param {Stage} stage
 * @param {Round} round
 * @returns {Promise<Tally>}
 */
async function runStage(progress, stage, round) {
  progress.say(`\n── ${stage.name}`);
  const startedAt = performance.now();
  const tally = await stage.run(round).catch((error) => {
    progress.fail(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const result = tally.failed === 0 ? 'passed' : 'FAILED';
  progress.say(`── ${stage.name}: ${result} in ${seconds(performance.now() - startedAt)}`);
  return tally;
}

/**
 * @param {Progress} progress
 * @param {readonly Stage[]} stages
 * @param {Round} round
 * @returns {Promise<Tally>}
 */
async function runStages(progress, stages, round) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of stages) {
    const tally = await runStage(progress, stage, round);
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
    if (tally.failed > 0) break;
  }
  return sum;
}

/** @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {string} scratch
 * @param {string[]} jestArgs
 */
async function openRound(scratch, jestArgs) {
  // Loaded only now: these need packages that may just have been installed.
  const { startStack } = await import('./stack.mjs');
  const { removeCluster } = await import('./postgres-data.mjs');
  const roster = await takeOver(scratch);
  /** @type {ReturnType<typeof startStack> | undefined} */
  let stack;
  const start = () => startStack({ dataDir: scratch, database: 'postgres', fast: true, roster });
  /** @type {Round} */
  const round = { root: ROOT, scratch, jestArgs, roster, servers: () => (stack ??= start()) };
  const close = async () => {
    stopCommands();
    await roster.stopAll();
    removeCluster(join(scratch, 'warmline'));
    removeCluster(scratch);
  };
  return { round, close };
}

/**
 * @param {Progress} progress
 * @param {string} scratch
 * @param {readonly string[]} args
 */
async function setUpAndRun(progress, scratch, args) {
  const { only, jestArgs } = parseArguments(args);
  if (!areInstalled(ROOT)) {
    const logFile = join(scratch, 'npm-ci.log');
    await progress.step('Installing packages', () => installDependencies({ root: ROOT, logFile }));
  }
  const { STAGES } = await import('./test-stages.mjs');
  const stages = choose(STAGES, only);
  const { round, close } = await openRound(scratch, jestArgs);
  const forget = onStopSignal(async () => {
    await close();
    rmSync(scratch, { recursive: true, force: true });
    process.exit(1);
  });
  try {
    return await runStages(progress, stages, round);
  } finally {
    forget();
    await close();
  }
}

/** @param {readonly string[]} args of the command line */
export async function runTests(args) {
  const progress = new Progress();
  const scratch = makeScratch();
  /** @type {Tally} */
  let sum = { passed: 0, failed: 1, skipped: 0 };
  try {
    sum = await setUpAndRun(progress, scratch, args);
  } catch (error) {
    progress.fail(error);
  }
  rmSync(scratch, { recursive: true, force: true });
  progress.say(`\n${closingLine(sum)}`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}
