import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { identityOf, isStill } from './process-identity.mjs';

/** @typedef {{ pid: number, identity: string }} RunningCommand */

/** @type {Set<RunningCommand>} */
const running = new Set();
let isStopping = false;

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [logFile] where its output goes; to the terminal when absent
 * @property {AbortSignal} [abort] ends it, with exit code 128
 */

/** @param {string | undefined} logFile */
function openLog(logFile) {
  return logFile === undefined ? undefined : openSync(logFile, 'a', 0o600);
}

/**
 * Runs a command that ends by itself, with nobody at its keyboard.
 *
 * @param {Command} task
 * @returns {Promise<{ code: number }>}
 */
export async function runCommand({ command, args, cwd, env, logFile, abort }) {
  if (isStopping) throw new Failure('Stopping.');
  const log = openLog(logFile);
  const output = log ?? 'inherit';
  // A group of its own, so that what it starts itself can be stopped with it.
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', output, output] });
  if (log !== undefined) closeSync(log);
  return new Promise((resolve, reject) => {
    /** @type {RunningCommand} */
    const entry = { pid: child.pid ?? 0, identity: child.pid === undefined ? '' : identityOf(child.pid) };
    running.add(entry);
    abort?.addEventListener('abort', () => signalGroup(entry, 'SIGKILL'), { once: true });
    child.once('error', (error) => {
      running.delete(entry);
      reject(new Failure(`Cannot run ${command}: ${error.message}.`));
    });
    child.once('exit', (code, signal) => {
      running.delete(entry);
      resolve({ code: code ?? (signal === null ? 1 : 128) });
    });
  });
}

/**
 * Runs one of the tools of node_modules.
 *
 * @param {{ script: string, args: string[], root: string, env?: NodeJS.ProcessEnv, logFile?: string,
 *   abort?: AbortSignal }} tool script: its
 *   path within node_modules
 */
export function runTool({ script, args, root, env = {}, ...rest }) {
  return runCommand({
    command: process.execPath,
    args: [`${root}/node_modules/${script}`, ...args],
    cwd: root,
    env: { ...process.env, ...QUIET, ...PLAIN, ...env },
    ...rest,
  });
}

/** Some tools colour what they say whenever CI is set, terminal or not. */
const PLAIN = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };

/** Nx: no background process that outlives us, no redrawn screen, no questions, nothing sent anywhere. */
const QUIET = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_INTERACTIVE: 'false',
  NX_ISOLATE_PLUGINS: 'false',
};

/**
 * @param {RunningCommand} entry
 * @param {NodeJS.Signals} signal
 */
function signalGroup({ pid, identity }, signal) {
  if (!isStill(pid, identity)) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended just now.
  }
}

/** Ends every command under way together with what it started; nothing can be run afterwards. */
export function stopCommands() {
  isStopping = true;
  for (const entry of running) signalGroup(entry, 'SIGTERM');
}
