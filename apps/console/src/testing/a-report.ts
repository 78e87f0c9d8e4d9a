import type { Report } from '@warmline/contracts';
import { MINUTE, START } from './builders';

const HOUR = 60 * MINUTE;

const share = (part: number | null, of: number | null, target: { least?: number; most?: number } = {}) => ({
  part,
  of,
  least: target.least ?? null,
  most: target.most ?? null,
});

const spread = (n: number, median: number): Report['length'] => ({
  n,
  mean: median,
  median,
  p90: median * 3,
});
const few: Report['length'] = { n: null, mean: null, median: null, p90: null };

/** A day that went well but for its waits, with too few urgent calls to say how soon someone came. */
export const aReport = (over: Partial<Report> = {}): Report => ({
  now: START,
  from: START - 3 * HOUR,
  to: START,
  days: { from: '2026-03-02', until: '2026-03-02' },
  today: '2026-03-02',
  timeZone: 'Europe/London',
  isPartial: false,
  leavesOut: false,
  contacts: 42,
  turnedAway: 3,
  erased: 0,
  answerRate: share(33, 40, { least: 0.9 }),
  reachRate: share(33, 52),
  speed: { spread: spread(33, 4 * MINUTE), meanMost: 3 * MINUTE, p90Most: 10 * MINUTE },
  serviceLevel: [
    { band: 1, within: MINUTE, share: share(null, null, { least: 0.99 }) },
    { band: 2, within: 5 * MINUTE, share: share(null, null, { least: 0.8 }) },
    { band: 3, within: 10 * MINUTE, share: share(26, 31, { least: 0.8 }) },
  ],
  leftWaiting: share(5, 40, { most: 0.15 }),
  waitEstimate: {
    kept: share(30, 36, { least: 0.77, most: 0.83 }),
    lateBadly: share(2, 36, { most: 0.1 }),
  },
  length: spread(31, 35 * MINUTE),
  replyGap: { spread: spread(400, 70_000), medianMost: 90_000, p90Most: 4 * MINUTE },
  occupancy: { value: 0.41, least: 0.65, most: 0.8 },
  concurrency: { value: 1.42, most: 1.7 },
  unfinished: share(9, 31),
  handedOver: { once: share(5, 33, { most: 0.1 }), twice: share(0, 33, { most: 0.02 }) },
  helpCalls: [
    { urgent: true, spread: few, most: MINUTE },
    { urgent: false, spread: spread(14, 80_000), most: 3 * MINUTE },
  ],
  breaks: { kept: share(18, 20, { least: 0.95 }), onTime: 15 * MINUTE },
  survey: { asked: 0, better: share(null, 0), listened: share(null, 0) },
  step: 'hour',
  steps: [2, 1, 0].map((back) => ({
    from: START - (back + 1) * HOUR,
    to: START - back * HOUR,
    arrivals: 14,
    answered: 11,
    left: null,
    p90: back === 0 ? null : 12 * MINUTE,
    occupancy: back === 2 ? null : 0.5,
  })),
  ...over,
});
