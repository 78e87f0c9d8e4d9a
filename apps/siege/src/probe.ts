// Loaded before the gateway (`--import`): writes twice a second how late the event loop was and what the process holds.
// On SIGUSR2 it collects garbage first, so that memory still held can be told from memory not yet collected.
import { appendFileSync, readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const INTERVAL = 500;

/** One line of the probe. */
export interface Felt {
  /** Unix time, ms. */
  readonly at: number;
  readonly pid: number;
  /** The longest the event loop was kept from its timers since the last line (ms). */
  readonly loopMs: number;
  /** Resident bytes. */
  readonly rss: number;
  /** Open file descriptors. */
  readonly files: number;
  /** Whether garbage was collected just before. */
  readonly isCollected: boolean;
}

/** Where to write is part of its address: the environment is the product's. */
const file = new URL(import.meta.url).searchParams.get('file');
const delay = monitorEventLoopDelay({ resolution: 10 });

const note = (isCollected: boolean): void => {
  if (file === null) return;
  const felt: Felt = {
    ...{ at: Date.now(), pid: process.pid, isCollected },
    loopMs: Math.max(0, Math.round(delay.max / 1e6) - 10),
    rss: process.memoryUsage.rss(),
    files: readdirSync('/proc/self/fd').length,
  };
  delay.reset();
  appendFileSync(file, `${JSON.stringify(felt)}\n`);
};

if (file !== null) {
  delay.enable();
  setInterval(() => note(false), INTERVAL).unref();
  setFlagsFromString('--expose-gc');
  process.on('SIGUSR2', () => {
    for (let turn = 0; turn < 2; turn += 1) runInNewContext('gc()');
    note(true);
  });
}
