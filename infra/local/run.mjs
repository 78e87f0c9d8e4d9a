import { stopCommands } from './commands.mjs';
import { takeLock } from './lock.mjs';
import { Progress } from './progress.mjs';
import { readSettings } from './settings.mjs';
import { onStopSignal } from './stop-signal.mjs';
import { takeOver } from './take-over.mjs';

/**
 * @typedef {object} Run
 * @property {import('./settings.mjs').Settings} settings
 * @property {Progress} progress
 * @property {import('./roster.mjs').Roster} roster
 * @property {(error?: unknown) => Promise<void>} end stops everything and this process, with exit code 1 if there is an error
 * @property {(act: () => void) => void} onEnd
 */

/**
 * Ends a run once, whoever asks first.
 *
 * @param {Progress} progress
 * @param {(() => unknown)[]} acts done in order
 */
function ending(progress, acts) {
  let isEnding = false;
  return async (/** @type {unknown} */ error) => {
    if (isEnding) return;
    isEnding = true;
    if (error !== undefined) progress.fail(error);
    try {
      for (const act of acts) await act();
    } catch (failure) {
      progress.fail(failure);
    }
    process.exit(error === undefined ? 0 : 1);
  };
}

/**
 * Runs something that goes on until it is asked to stop: alone on its data folder, and whatever happens, leaving no child
 * behind.
 *
 * @param {(run: Run) => Promise<void>} work starts everything
 */
export async function runUntilStopped(work) {
  const progress = new Progress();
  /** @type {(() => unknown)[]} */
  const acts = [];
  const end = ending(progress, acts);
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  onStopSignal(() => end(undefined));
  try {
    const settings = readSettings(process.env);
    const unlock = takeLock(settings.dataDir, settings.url);
    acts.push(unlock);
    const roster = await takeOver(settings.dataDir);
    acts.unshift(async () => {
      stopCommands();
      if (roster.isEmpty) return roster.stopAll();
      await progress.step(
        'Stopping',
        () => roster.stopAll(),
        () => 'Stopped',
      );
    });
    await work({ settings, progress, roster, end, onEnd: (act) => acts.unshift(act) });
  } catch (error) {
    await end(error);
  }
}
