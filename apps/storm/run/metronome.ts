// A process beside a storm that measures how slow the machine is: every tenth of a second it should wake, and a little work
// should take what it took at best. It writes a line of JSON each second; apps/storm/src/machine/metronome.ts reads them.
import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL_MS = 100;
const SAMPLES = 10;
/** About two milliseconds on a quiet machine. */
const WORK = 400_000;

function work(): number {
  const startedAt = performance.now();
  let sum = 0;
  for (let step = 0; step < WORK; step += 1) sum += Math.sqrt(step);
  return sum > 0 ? performance.now() - startedAt : 0;
}

let best = Infinity;
for (;;) {
  const startedAt = performance.now();
  let worked = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    await delay(INTERVAL_MS);
    const took = work();
    best = Math.min(best, took);
    worked += took;
  }
  const lasted = performance.now() - startedAt;
  const late = (lasted - worked) / (SAMPLES * INTERVAL_MS);
  process.stdout.write(
    `${JSON.stringify({ slowness: Math.max(1, late, worked / (SAMPLES * best)), lasted, at: Date.now() })}\n`,
  );
}
