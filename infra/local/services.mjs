import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { keepPrevious, lastWords } from './log-file.mjs';

/** @typedef {import('./roster.mjs').ChildSpec} ChildSpec */
/** @typedef {import('./roster.mjs').Child} Child */
/** @typedef {import('./run.mjs').Run} Run */

const MINUTE_MS = 60_000;
const MOST_CRASHES_A_MINUTE = 5;
const FIRST_WAIT_MS = 250;

/**
 * Garbage collection makes the gateway's slowest answers ten times slower with V8's own settings: while NestJS starts
 * everything survives, V8 concludes that objects made in the same places live long, and afterwards puts what each message
 * needs for a moment where collecting it is dear. The second flag is not allowed in NODE_OPTIONS, hence the command line.
 */
const GATEWAY_FLAGS = ['--max-semi-space-size=64', '--no-allocation-site-pretenuring'];

/**
 * @param {Pick<Run, 'settings'>} run
 * @param {'gateway' | 'worker'} name
 * @param {NodeJS.ProcessEnv} env
 * @returns {ChildSpec}
 */
export function serviceSpec({ settings }, name, env) {
  const script = name === 'gateway' ? 'dist/gateway/main.js' : 'dist/gateway/worker.js';
  const logFile = join(settings.logDir, `${name}.log`);
  keepPrevious(logFile);
  return {
    name,
    command: process.execPath,
    args: [...(name === 'gateway' ? GATEWAY_FLAGS : []), '--enable-source-maps', join(settings.root, script)],
    cwd: settings.root,
    env,
    logFile,
    // It has ten seconds to let its clients move on; a little more before it is ended.
    graceMs: 12_000,
    stopTurn: name === 'gateway' ? 1 : 2,
  };
}

/**
 * How long to wait before starting a crashed service again.
 *
 * @param {readonly number[]} crashes when it crashed, the newest last, in ms
 * @returns {number | undefined} ms, or undefined when it crashes too often to go on
 */
export function waitAfterCrash(crashes) {
  const newest = crashes.at(-1) ?? 0;
  const recent = crashes.filter((at) => newest - at < MINUTE_MS).length;
  if (recent > MOST_CRASHES_A_MINUTE) return undefined;
  return FIRST_WAIT_MS * 2 ** (recent - 1);
}

const titleOf = (/** @type {ChildSpec} */ { name }) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

/**
 * Starts a service again whenever it ends by itself, until it does so too often.
 *
 * @param {Run} run
 * @param {ChildSpec} spec
 * @param {Child} first
 */
export async function keepAlive(run, spec, first) {
  /** @type {number[]} */
  const crashes = [];
  let child = first;
  for (;;) {
    const how = await child.ended;
    if (run.roster.isClosed) return;
    crashes.push(Date.now());
    const waitMs = waitAfterCrash(crashes);
    if (waitMs === undefined) {
      return run.end(new Failure(`${titleOf(spec)} stopped again and again: ${lastWords(spec.logFile)}`));
    }
    await delay(waitMs);
    if (run.roster.isClosed) return;
    child = await run.roster.spawn(spec);
    run.progress.say(`  ! ${titleOf(spec)} had stopped (${how}) and was started again.`);
  }
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
async function isReady(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/**
 * @param {number} port
 * @param {readonly Child[]} children none of which may end meanwhile
 */
export async function waitUntilReady(port, children) {
  const deadline = Date.now() + MINUTE_MS;
  while (!(await isReady(`http://127.0.0.1:${port}/readyz`))) {
    const ended = children.find((child) => child.hasEnded());
    if (ended !== undefined) {
      throw new Failure(`The ${ended.name} stopped while starting: ${lastWords(ended.logFile)}`);
    }
    if (Date.now() > deadline) {
      throw new Failure(
        `The gateway did not become ready within a minute: ${lastWords(children[0]?.logFile ?? '')}`,
      );
    }
    await delay(50);
  }
}
