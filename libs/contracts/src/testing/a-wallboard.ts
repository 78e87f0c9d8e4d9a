import type { Wallboard } from '../wallboard';

const at = 1_750_000_000_000;
const share = { part: 18, of: 20, least: 0.9, most: null };

/** A quiet evening of band 3. */
export const wallboard: Wallboard = {
  now: at,
  from: at - 14_400_000,
  isPartial: false,
  waiting: [
    { band: 1, waiting: 0, longestSince: null, most: 60_000 },
    { band: 2, waiting: 1, longestSince: at - 90_000, most: 180_000 },
    { band: 3, waiting: 2, longestSince: at - 240_000, most: 600_000 },
  ],
  answerRate: share,
  reachRate: { part: 18, of: 22, least: null, most: null },
  serviceLevel: [
    { band: 1, within: 60_000, share: { part: null, of: 3, least: 0.99, most: null } },
    { band: 2, within: 300_000, share: { part: null, of: 4, least: 0.8, most: null } },
    { band: 3, within: 600_000, share: { part: 11, of: 13, least: 0.8, most: null } },
  ],
  leftWaiting: { part: 2, of: 20, least: null, most: 0.15 },
  waitEstimate: {
    kept: { part: 17, of: 20, least: 0.77, most: 0.83 },
    lateBadly: { part: 1, of: 20, least: null, most: 0.1 },
  },
  occupancy: {
    whole: { used: 340, of: 480 },
    lastHalfHour: { used: 54, of: 60 },
    least: 0.65,
    most: 0.8,
    alarm: 0.85,
  },
  helpCalls: {
    open: 1,
    longestSince: at - 20_000,
    response: [
      { urgent: true, n: 12, p90: 45_000, most: 60_000 },
      { urgent: false, n: 3, p90: null, most: 180_000 },
    ],
  },
  steps: [
    { to: at - 900_000, waiting: 2, longest: 300_000, arrivals: 4, answered: 3, left: 1 },
    { to: at, waiting: 3, longest: null, arrivals: 2, answered: 1, left: 0 },
  ],
};
