/** Ctrl-C, a polite kill, and the terminal's window being closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_POLL_MS = 500;
const PARENT = process.ppid;

/**
 * Acts once when this process is asked to stop: by a signal, or because npm, which started it, is gone. Later signals change
 * nothing: npm and the terminal both pass on one Ctrl-C, and stopping is bounded in time.
 */
export function onStopSignal(act: () => unknown): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    act();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  // A shell between npm and this process may die of a signal without passing it on. Without npm a parent may well go first,
  // such as a script that starts this in the background.
  if (process.env['npm_lifecycle_event'] === undefined) return;
  setInterval(() => {
    if (process.ppid !== PARENT) stop();
  }, PARENT_POLL_MS).unref();
}
