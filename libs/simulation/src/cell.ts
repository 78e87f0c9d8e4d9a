import { DAY, HOUR, instant, type Instant } from '@warmline/kernel';

export type Arrivals = 'steady' | 'daily' | 'burst';

/** One service, as it is simulated; minutes unless said otherwise. */
export interface Cell {
  /** Who take offers at any time. */
  readonly responders: number;
  /** Arrivals per minute at the peak, times the mean handle time, divided by the slots (two a responder). */
  readonly load: number;
  /** Patience is exponential; its mean is drawn for each visitor between these. */
  readonly patience: { readonly from: number; readonly to: number };
  /** Mean of the lognormal handle time of a conversation that is alone. */
  readonly handle: number;
  readonly handleCv: number;
  /** So much slower goes a conversation for each other one that its responder has open. */
  readonly slowdown: number;
  readonly arrivals: Arrivals;
  readonly days: number;
  readonly seed: number;
}

export const USUAL_CELL: Cell = {
  responders: 10,
  load: 1,
  patience: { from: 15, to: 25 },
  handle: 42,
  handleCv: 0.65,
  slowdown: 0.2,
  arrivals: 'daily',
  days: 60,
  seed: 1,
};

/** Slots of a responder of default capacity. */
const SLOTS_EACH = 2;

/** A Monday, 00:00 UTC. */
export const START: Instant = instant(Date.UTC(2026, 0, 5));

export const peakArrivalsPerMinute = ({ responders, load, handle }: Cell): number =>
  (load * responders * SLOTS_EACH) / handle;

/** A quiet hour has this share of the busiest. */
const QUIETEST = 0.3;
const BUSIEST_HOUR = 21;
/** Bursts: half an hour at the peak, otherwise half of it. */
const BURST = { share: 0.5, every: 3 * HOUR, lasts: HOUR / 2 } as const;

/** Share of the peak at a moment: an evening peak, bursts, or always one. */
export const shareOfPeak = (arrivals: Arrivals, at: Instant): number => {
  if (arrivals === 'steady') return 1;
  if (arrivals === 'burst') return at % BURST.every < BURST.lasts ? 1 : BURST.share;
  const turn = (2 * Math.PI * ((at % DAY) / HOUR - BUSIEST_HOUR)) / 24;
  return QUIETEST + ((1 - QUIETEST) * (1 + Math.cos(turn))) / 2;
};

export const nameOf = ({ responders, load }: Cell): string =>
  `${responders} responders, load ${load.toFixed(1)}`;
