import type { Random } from '../clock';

const FIRST_MS = 250;
export const RETRY_CAP_MS = 5_000;

/**
 * Wait before try number `failures` + 1, in ms: doubles from 250 to 5,000, then spread over 50-100 % of that so that
 * many pages do not come back in the same instant.
 */
export const retryDelay = (failures: number, random: Random): number => {
  const longest = Math.min(RETRY_CAP_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return Math.round(longest * (0.5 + random() / 2));
};
