import type { Wallboard } from '@warmline/contracts';
import { MINUTE, START } from './builders';

const HOUR = 60 * MINUTE;
const share = (part: number | null, of: number | null, target: { least?: number; most?: number } = {}) => ({
  part,
  of,
  least: target.least ?? null,
  most: target.most ?? null,
});

/** A busy evening: someone has waited too long, and the load is high. */
export const aWallboard = (over: Partial<Wallboard> = {}): Wallboard => ({
  now: START,
  from: START - 4 * HOUR,
  isPartial: false,
  waiting: [
    { band: 1, waiting: 0, longestSince: null, most: MINUTE },
    { band: 2, waiting: 1, longestSince: START - 2 * MINUTE, most: 3 * MINUTE },
    { band: 3, waiting: 4, longestSince: START - 24 * MINUTE, most: 10 * MINUTE },
  ],
  answerRate: share(33, 40, { least: 0.9 }),
  reachRate: share(33, 52),
  serviceLevel: [
    { band: 1, within: MINUTE, share: share(null, null, { least: 0.99 }) },
    { band: 2, within: 5 * MINUTE, share: share(null, null, { least: 0.8 }) },
    { band: 3, within: 10 * MINUTE, share: share(26, 31, { least: 0.8 }) },
  ],
  leftWaiting: share(5, 40, { most: 0.15 }),
  waitEstimate: null,
  occupancy: {
    whole: { used: 380, of: 500 },
    lastHalfHour: { used: 112, of: 120 },
    least: 0.65,
    most: 0.8,
    alarm: 0.85,
  },
  helpCalls: {
    open: 1,
    longestSince: START - MINUTE,
    response: [
      { urgent: true, n: 3, p90: null, most: MINUTE },
      { urgent: false, n: 14, p90: 4 * MINUTE, most: 3 * MINUTE },
    ],
  },
  steps: [
    { to: START - 15 * MINUTE, waiting: 3, longest: 9 * MINUTE, arrivals: 5, answered: 4, left: 1 },
    { to: START, waiting: 5, longest: 24 * MINUTE, arrivals: 4, answered: 2, left: 0 },
  ],
  ...over,
});
