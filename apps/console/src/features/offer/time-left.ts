import type { Offer } from '@warmline/contracts';

/** How much of an offer's time is left, in words' steps. Steps, not seconds: nothing on screen counts down. */
export type TimeLeft = 'plenty' | 'half' | 'quarter' | 'soon' | 'over';

const HALF_MS = 35_000;
const QUARTER_MS = 20_000;
const SOON_MS = 8_000;

export const timeLeft = (expiresAt: number, now: number): TimeLeft => {
  const left = expiresAt - now;
  if (left <= 0) return 'over';
  if (left <= SOON_MS) return 'soon';
  if (left <= QUARTER_MS) return 'quarter';
  return left <= HALF_MS ? 'half' : 'plenty';
};

/** The bar beside the words, in quarters of the time that the offer had from the start: 0 to 4. */
export const quartersLeft = (
  { madeAt, expiresAt }: Pick<Offer, 'madeAt' | 'expiresAt'>,
  now: number,
): number => Math.min(4, Math.max(0, Math.ceil((4 * (expiresAt - now)) / Math.max(1, expiresAt - madeAt))));
