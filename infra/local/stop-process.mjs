import { setTimeout as delay } from 'node:timers/promises';
import { isStill } from './process-identity.mjs';

const POLL_MS = 25;

/**
 * @typedef {object} KnownProcess
 * @property {string} name
 * @property {number} pid
 * @property {string} identity
 * @property {NodeJS.Signals} stopSignal
 * @property {number} stopTurn lower turns are stopped first
 * @property {number} graceMs how long it may take over `stopSignal` before SIGKILL
 */

/**
 * @param {KnownProcess} known
 * @param {NodeJS.Signals} signal
 */
function signalIfStill(known, signal) {
  if (!isStill(known.pid, known.identity)) return;
  try {
    process.kill(known.pid, signal);
  } catch {
    // Gone between the look and the signal, or no longer ours to signal: the wait that follows tells.
  }
}

/**
 * @param {KnownProcess} known
 * @param {number} ms
 * @returns {Promise<boolean>} whether it ended in time
 */
async function endsWithin(known, ms) {
  const deadline = Date.now() + ms;
  while (isStill(known.pid, known.identity)) {
    if (Date.now() >= deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

/**
 * Asks a process to stop, waits for as long as it was promised, then ends it. Never touches a process that merely has the
 * same pid.
 *
 * @param {KnownProcess} known
 * @returns {Promise<boolean>} whether it is gone
 */
export async function stopProcess(known) {
  signalIfStill(known, known.stopSignal);
  if (await endsWithin(known, known.graceMs)) return true;
  signalIfStill(known, 'SIGKILL');
  return endsWithin(known, 2_000);
}
