import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { identityOf } from './process-identity.mjs';
import { stopProcess } from './stop-process.mjs';

/** @typedef {import('./stop-process.mjs').KnownProcess} KnownProcess */

/**
 * @typedef {object} ChildSpec
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFile
 * @property {string} [cwd]
 * @property {{ uid?: number, gid?: number }} [account] whom it runs as; this process's own user by default
 * @property {NodeJS.Signals} [stopSignal] SIGTERM by default
 * @property {number} [graceMs] 10,000 by default
 * @property {number} [stopTurn] children of a lower turn are stopped before those of a higher one; 2 by default
 */

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid
 * @property {string} logFile
 * @property {() => boolean} hasEnded
 * @property {Promise<string>} ended how it ended: 'exit code 1', 'signal SIGKILL'
 */

/** @param {string} dataDir */
const recordFile = (dataDir) => join(dataDir, 'children.json');

/**
 * @param {string} dataDir
 * @returns {{ owner: string, children: KnownProcess[] }} what the last run wrote down
 */
export function readRecord(dataDir) {
  try {
    const { owner, children } = JSON.parse(readFileSync(recordFile(dataDir), 'utf8'));
    return { owner: String(owner), children: Array.isArray(children) ? children : [] };
  } catch {
    return { owner: '', children: [] };
  }
}

/**
 * Stops those processes of a list that are still the ones written down: by turns, within a turn the newest first.
 *
 * @param {readonly KnownProcess[]} children
 */
export async function stopRecorded(children) {
  const inOrder = [...children].reverse().sort((one, other) => one.stopTurn - other.stopTurn);
  for (const child of inOrder) await stopProcess(child);
}

/**
 * The processes this run has started. Each is written down in `children.json` of the data folder, so that after a crash
 * of this process the next one, or the leash, finds exactly these and no others.
 */
export class Roster {
  /** @type {KnownProcess[]} */
  #children = [];
  #dataDir;
  #closed = false;

  /** @param {string} dataDir */
  constructor(dataDir) {
    this.#dataDir = dataDir;
  }

  get isEmpty() {
    return this.#children.length === 0;
  }

  get isClosed() {
    return this.#closed;
  }

  /**
   * @param {ChildSpec} spec
   * @returns {Promise<Child>}
   */
  async spawn(spec) {
    if (this.#closed) throw new Failure('Stopping, so nothing new is started.');
    const child = await launch(spec);
    const pid = /** @type {number} */ (child.pid);
    const { name, stopSignal = 'SIGTERM', graceMs = 10_000, stopTurn = 2 } = spec;
    const known = { name, pid, identity: identityOf(pid), stopSignal, graceMs, stopTurn };
    this.#children.push(known);
    this.#write();
    let hasEnded = false;
    /** @type {Promise<string>} */
    const ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        hasEnded = true;
        this.#forget(pid);
        resolve(signal === null ? `exit code ${code}` : `signal ${signal}`);
      });
    });
    // Closed between the question above and now: nobody else would stop it any more.
    if (this.#closed) await stopProcess(known);
    return { name, pid, logFile: spec.logFile, ended, hasEnded: () => hasEnded };
  }

  /** Stops one child. @param {Child} child */
  async stop(child) {
    const known = this.#children.find(({ pid }) => pid === child.pid);
    if (known !== undefined) await stopProcess(known);
  }

  /** Stops every child by turns; nothing can be started afterwards. */
  async stopAll() {
    this.#closed = true;
    await stopRecorded(this.#children);
  }

  /** @param {number} pid */
  #forget(pid) {
    this.#children = this.#children.filter((child) => child.pid !== pid);
    this.#write();
  }

  #write() {
    const file = recordFile(this.#dataDir);
    const record = { owner: `${process.pid}/${identityOf(process.pid)}`, children: this.#children };
    try {
      // Renamed into place: a reader sees the list before or after, never half of it.
      writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // The folder was deleted under a running stack: it still has to be able to stop.
    }
  }
}

/**
 * @param {ChildSpec} spec
 * @returns {Promise<import('node:child_process').ChildProcess>}
 */
function launch(spec) {
  const log = openSync(spec.logFile, 'a', 0o600);
  const child = spawn(spec.command, spec.args, {
    ...spec.account,
    cwd: spec.cwd ?? '/',
    env: spec.env,
    // A group of its own: Ctrl-C in the terminal must reach only us, who stop the children in their order.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child));
    child.once('error', (error) => reject(new Failure(`Cannot start ${spec.name}: ${error.message}.`)));
  });
}
