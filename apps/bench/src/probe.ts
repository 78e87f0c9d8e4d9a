// Loaded before a server under test (`--import`): reports on request how the process fared, and ends it with its parent.
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How a server's process fared since the last request to begin. */
export interface Felt {
  /** 99th percentile (ms) of how late a timer of the event loop came. */
  readonly loopDelayP99: number;
  /** Time in garbage collection (ms), and its longest pause. */
  readonly gcMs: number;
  readonly gcLongestMs: number;
  /** Processor time (ms). */
  readonly cpuMs: number;
}

const delay = monitorEventLoopDelay({ resolution: 1 });
let gc = { total: 0, longest: 0 };
let cpu = process.cpuUsage();
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries())
    gc = { total: gc.total + duration, longest: Math.max(gc.longest, duration) };
}).observe({ entryTypes: ['gc'] });

const begin = (): null => {
  delay.enable();
  delay.reset();
  gc = { total: 0, longest: 0 };
  cpu = process.cpuUsage();
  return null;
};

const felt = (): Felt => {
  const { user, system } = process.cpuUsage(cpu);
  // The histogram counts from timer to timer, so a loop that is never late shows the 1 ms it was asked to wait.
  return {
    loopDelayP99: delay.percentile(99) / 1e6 - 1,
    gcMs: gc.total,
    gcLongestMs: gc.longest,
    cpuMs: (user + system) / 1_000,
  };
};

/** Resident bytes after a garbage collection. */
const resident = (): number => {
  setFlagsFromString('--expose-gc');
  for (let round = 0; round < 3; round += 1) runInNewContext('gc()');
  return process.memoryUsage().rss;
};

const answers = { begin, felt, resident };
export type ProbeQuestion = keyof typeof answers;

process.on('message', ({ id, ask }: { readonly id: number; readonly ask: ProbeQuestion }) => {
  process.send?.({ id, value: answers[ask]() });
});
process.on('disconnect', () => process.exit());
// A program ends by itself when its work is done.
process.channel?.unref();
