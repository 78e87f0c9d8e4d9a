import { setTimeout as delay } from 'node:timers/promises';
import { isSameProcess } from './process-identity.ts';

const POLL_MS = 25;
const AFTER_KILL_MS = 2_000;

export interface KnownProcess {
  readonly name: string;
  readonly pid: number;
  /** See `identityOf`. */
  readonly identity: string;
  readonly stopSignal: NodeJS.Signals;
  /** Processes with a lower number are stopped first. */
  readonly stopOrder: number;
  /** How long it may take after `stopSignal` before SIGKILL. */
  readonly graceMs: number;
}

/** A child has a process group of its own, so what it started gets the signal too. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // No such group, or the process has just ended.
    }
  }
}

/** @returns whether it ended in time */
async function endsWithin({ pid, identity }: KnownProcess, ms: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (isSameProcess(pid, identity)) {
    if (Date.now() >= deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

/** Asks a process to stop, waits for its grace, then kills it. Another process with the same pid is left alone. */
export async function stopProcess(known: KnownProcess): Promise<void> {
  const { pid, identity, stopSignal, graceMs } = known;
  if (!isSameProcess(pid, identity)) return;
  signalGroup(pid, stopSignal);
  if (await endsWithin(known, graceMs)) return;
  signalGroup(pid, 'SIGKILL');
  await endsWithin(known, AFTER_KILL_MS);
}

/** Stops processes by `stopOrder`; of the same order, the newest first. */
export async function stopAll(processes: readonly KnownProcess[]): Promise<void> {
  const inOrder = processes.toReversed().sort((one, other) => one.stopOrder - other.stopOrder);
  for (const known of inOrder) await stopProcess(known);
}
