import type { StormSettings } from '../settings';

/** A gateway on a quiet machine is ready within this time (ms). */
const QUIET_START_MS = 2_000;
/** At most this many times slower; then a storm would last too long, or its faults come too fast. */
const MOST = 8;

/** The storm could say nothing about the product. Its message says why. */
export class TooSlow extends Error {}

/** @returns how many times slower than a quiet machine this one is, at least 1, from how long a gateway took to start (ms) */
export const slowdownOf = (startMs: number): number => Math.max(1, startMs / QUIET_START_MS);

/**
 * The same storm in slow motion: deadlines of the product, the gaps between faults and the storm itself grow together, so
 * that a process that was killed is ready again before the next fault.
 *
 * @throws TooSlow
 */
export const inSlowMotion = (settings: StormSettings, startMs: number): StormSettings => {
  const slowdown = slowdownOf(startMs);
  if (slowdown > MOST) throw new TooSlow(tooSlow(settings.seed, startMs));
  return {
    ...settings,
    timeScale: Math.min(1, settings.timeScale * slowdown),
    pace: settings.pace * slowdown,
    seconds: Math.round(settings.seconds * slowdown),
  };
};

const tooSlow = (seed: number, startMs: number): string =>
  `this machine is too slow for seed ${seed}: a gateway took ${(startMs / 1_000).toFixed(1)} s to start, ` +
  `and ${((QUIET_START_MS * MOST) / 1_000).toFixed(0)} s are the most`;
