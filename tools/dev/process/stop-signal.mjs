/** Ctrl-C, a polite kill, and the terminal's window being closed. @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_POLL_MS = 500;
const PARENT = process.ppid;

/**
 * Acts once when this process is asked to stop: by a signal, or because npm, which started it, is gone. Later signals change
 * nothing: npm and the terminal both pass on one Ctrl-C, and stopping is bounded in time.
 *
 * @param {() => unknown} act
 * @returns {() => void} ends the watch
 */
export function onStopSignal(act) {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    act();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  // A shell between npm and this process may die of a signal without passing it on. Without npm a parent may well go first,
  // such as a script that starts this in the background.
  const isFromNpm = process.env['npm_lifecycle_event'] !== undefined;
  const timer = setInterval(() => isFromNpm && process.ppid !== PARENT && stop(), PARENT_POLL_MS).unref();
  return () => {
    clearInterval(timer);
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
