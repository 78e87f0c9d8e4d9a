// Says what keeps a worker of Jest alive that should have ended. Jest itself only says that it had to end one.
import process from 'node:process';

/** With this message Jest asks a worker to end (CHILD_MESSAGE_END of jest-worker). */
const END = 2;
/** A worker ends at once when nothing is open (ms). */
const LATE = 5_000;

/** What is open, for example `Timeout`, or `Socket to port 5432`. @param {readonly unknown[]} handles @param {readonly string[]} resources */
export function describeOpen(handles, resources) {
  const sockets = handles.flatMap((handle) => {
    const { remotePort, listening } = /** @type {{ remotePort?: number, listening?: boolean }} */ (handle);
    if (remotePort !== undefined) return [`Socket to port ${remotePort}`];
    return listening === true ? ['Server'] : [];
  });
  const others = resources.filter((name) => !/^(TCP|Pipe)/.test(name));
  return [...sockets, ...others].sort().join(', ');
}

function report() {
  const handles = Reflect.get(process, '_getActiveHandles')?.call(process) ?? [];
  const open = describeOpen(handles, process.getActiveResourcesInfo());
  process.stderr.write(`This worker does not end. Open: ${open || 'nothing known'}.\n`);
}

/** Does nothing in the process of Jest itself. */
export function watchForEnd() {
  if (process.send === undefined) return;
  /** @param {unknown} message */
  const listener = (message) => {
    if (!Array.isArray(message) || message[0] !== END) return;
    // A process that listens does not end.
    process.off('message', listener);
    setTimeout(report, LATE).unref();
  };
  process.on('message', listener);
}
