import type { Band } from '@warmline/vocabulary';

/** How fast people come, are answered and give up waiting; each per minute. */
export interface ServiceRates {
  /** lambda: arrivals of each band. */
  readonly arrivals: Readonly<Record<Band, number>>;
  /** mu: how often one slot becomes free while it is used. */
  readonly perSlot: number;
  /** theta: the rate at which a waiting visitor leaves. */
  readonly leaving: number;
}

/** What was seen lately. */
export interface Observed {
  /** Length of the window in which arrivals were counted (min), above 0. */
  readonly minutes: number;
  readonly arrivals: Readonly<Record<Band, number>>;
  /** Of the latest conversations: from accepting until that slot could be offered again (min). */
  readonly slotMinutes: readonly number[];
  /** How many left while waiting, and how long everyone waited together (min): those who were answered too. */
  readonly left: number;
  readonly minutesWaited: number;
}

/** What is believed before anything was seen, and how many observations that is worth. */
const BEFORE = { slotMinutes: 50, slots: 10, patience: 20, leavers: 5 } as const;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Rates from what was seen: arrivals by counting, the slot's rate as one over its mean time, and leaving as leavers per
 * minute waited, the maximum likelihood estimate of an exponential patience under censoring.
 */
export const ratesFrom = ({
  minutes,
  arrivals,
  slotMinutes,
  left,
  minutesWaited,
}: Observed): ServiceRates => ({
  arrivals: { 1: arrivals[1] / minutes, 2: arrivals[2] / minutes, 3: arrivals[3] / minutes },
  perSlot: (slotMinutes.length + BEFORE.slots) / (sum(slotMinutes) + BEFORE.slots * BEFORE.slotMinutes),
  leaving: (left + BEFORE.leavers) / (minutesWaited + BEFORE.leavers * BEFORE.patience),
});
