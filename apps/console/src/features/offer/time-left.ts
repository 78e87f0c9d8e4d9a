/** How much of an offer's time is left, in words' steps. Steps, not seconds: nothing on screen counts down. */
export type TimeLeft = 'plenty' | 'half' | 'soon' | 'over';

const HALF_MS = 32_000;
const SOON_MS = 12_000;

export const timeLeft = (expiresAt: number, now: number): TimeLeft => {
  const left = expiresAt - now;
  if (left <= 0) return 'over';
  if (left <= SOON_MS) return 'soon';
  return left <= HALF_MS ? 'half' : 'plenty';
};

/** The bar beside the words, in quarters. */
export const quartersLeft: Readonly<Record<TimeLeft, number>> = { plenty: 4, half: 2, soon: 1, over: 0 };
