import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './commands.mjs';

const LINGER_MS = 15_000;

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   numRuntimeErrorTestSuites: number }} report what Jest writes with --json
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function tallyOf(report, code) {
  // A file that does not even load holds no failed test, but is a failure all the same; so is a bad end without either.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {string | undefined} before NODE_OPTIONS as given */
export function nodeOptions(before) {
  return [before, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
    .filter(Boolean)
    .join(' ');
}

/**
 * Jest waits for ever when a spec leaves a connection or a timer behind. It has written its report by then, so from that
 * moment it has a while to end, and counts as failed if it does not.
 *
 * @param {string} report
 * @returns {{ abort: AbortSignal, stopWatching: () => void }}
 */
function limitTheEnd(report) {
  const controller = new AbortController();
  let reportedAt = Infinity;
  const timer = setInterval(() => {
    if (reportedAt === Infinity && existsSync(report)) reportedAt = performance.now();
    if (performance.now() - reportedAt < LINGER_MS) return;
    clearInterval(timer);
    console.error(`Jest was ended: a spec left something open (find it with --detectOpenHandles).`);
    controller.abort();
  }, 500);
  return { abort: controller.signal, stopWatching: () => clearInterval(timer) };
}

/**
 * @param {object} run
 * @param {string} run.root
 * @param {string} run.scratch a folder for the report
 * @param {string[]} run.projects of jest.config.mjs
 * @param {string[]} run.args of Jest
 * @param {NodeJS.ProcessEnv} [run.env]
 * @returns {Promise<Tally>}
 */
export async function runJest({ root, scratch, projects, args, env = {} }) {
  const report = join(scratch, `jest-${projects.join('-')}.json`);
  const { abort, stopWatching } = limitTheEnd(report);
  const { code } = await runTool({
    script: 'jest/bin/jest.js',
    args: ['--selectProjects', ...projects, '--json', `--outputFile=${report}`, ...args],
    root,
    env: { ...env, NODE_OPTIONS: nodeOptions(process.env['NODE_OPTIONS']) },
    abort,
  }).finally(stopWatching);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  return tallyOf(JSON.parse(readFileSync(report, 'utf8')), code);
}
