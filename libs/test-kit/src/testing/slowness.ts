import { availableParallelism, loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the delay of this process's timers is sampled (ms). */
const SAMPLE_MS = 50;
const MOST = 20;

const delays = monitorEventLoopDelay({ resolution: SAMPLE_MS });
delays.enable();

/** @param sampled what most timers of SAMPLE_MS really took (ms) @param load processes that want a core, for each core */
export const slownessOf = (sampled: number, load: number): number =>
  Math.min(MOST, Math.max(1, sampled / SAMPLE_MS, load));

const load = (): number => (loadavg()[0] ?? 0) / availableParallelism();

/**
 * How many times longer things take now than on a machine with nothing else to do: at least 1, at most 20. The worse of
 * two measures counts: how late this process's own timers are, and how many processes want each core.
 */
export const slowness = (): number => {
  const sampled = delays.count === 0 ? 0 : delays.percentile(90) / 1_000_000;
  return slownessOf(sampled, load());
};

/** Processes that want each core, in the last minute: at least 1, at most 20. Unlike slowness it counts no module that this process has just loaded. */
export const crowding = (): number => slownessOf(0, load());

/** A deadline on a quiet machine (ms), as long as it has to be on this one now. */
export const stretched = (milliseconds: number): number => milliseconds * slowness();
