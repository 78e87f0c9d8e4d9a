/** Ctrl-C, a polite kill, and the terminal's window being closed. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Does something once when this process is asked to stop. Later signals change nothing: npm and the terminal both pass on
 * one Ctrl-C, and everything that happens now is bounded in time.
 *
 * @param {(signal: NodeJS.Signals) => unknown} act
 * @returns {() => void} back to what Node does by itself
 */
export function onStopSignal(act) {
  let isStopping = false;
  const listener = (/** @type {NodeJS.Signals} */ signal) => {
    if (isStopping) return;
    isStopping = true;
    act(signal);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
