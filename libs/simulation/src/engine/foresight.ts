import type { Instant } from '@warmline/kernel';
import type { QueueEntry } from '@warmline/routing';
import type { Band } from '@warmline/vocabulary';
import {
  calibrated,
  ratiosFor,
  minutesBetween,
  OUTCOMES_KEPT,
  rawWaits,
  ratesFrom,
  type Observed,
  type Outlook,
  type PlannedSlots,
  type WaitOutcome,
} from '@warmline/waiting-time';
import type { Announced } from './record';

/** Arrivals are counted over this long (min); leaving and slot times over the latest of them. */
const WINDOW = 60;
const LATEST = 300;
const LATEST_SLOTS = 100;
const RECENT_WAITS = 10;

interface Wait {
  readonly minutes: number;
  readonly left: boolean;
}

/** The moment at which a visitor gets a wait estimate. */
export interface Moment {
  readonly now: Instant;
  readonly entry: QueueEntry;
  /** The entry included. */
  readonly waiting: readonly QueueEntry[];
  readonly free: Outlook['free'];
  readonly returning: readonly Instant[];
  readonly planned: readonly PlannedSlots[];
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the service has learnt of itself, and what it says from that: the production estimator, and those of peers. */
export class Foresight {
  private arrivals: { readonly at: Instant; readonly band: Band }[] = [];
  private readonly slotMinutes: number[] = [];
  private readonly handleMinutes: number[] = [];
  private readonly waits: Wait[] = [];
  private readonly answeredWaits: number[] = [];
  private outcomes: WaitOutcome[] = [];

  constructor(readonly announces = true) {}

  arrived(band: Band, at: Instant): void {
    this.arrivals.push({ at, band });
  }

  /** Records a wait that ended: answered, or given up. */
  waited(minutes: number, left: boolean): void {
    keep(this.waits, { minutes, left }, LATEST);
    if (!left) keep(this.answeredWaits, minutes, RECENT_WAITS);
  }

  learnt(outcome: WaitOutcome): void {
    this.outcomes.push(outcome);
    if (this.outcomes.length > 7 * OUTCOMES_KEPT) this.outcomes = pruned(this.outcomes);
  }

  slotWasFreed(held: number, untilFree: number): void {
    keep(this.handleMinutes, held, LATEST_SLOTS);
    keep(this.slotMinutes, untilFree, LATEST_SLOTS);
  }

  announce(moment: Moment): Announced {
    const { entry, now, waiting, planned, returning, free } = moment;
    const rates = ratesFrom(this.observed(now));
    const raw = rawWaits({ now, waiting, free, returning, planned, rates })(entry);
    const found = calibrated(raw, ratiosFor(this.outcomes, { raw, band: entry.band }));
    const slots = planned.reduce(
      (sum, { from, until, slots: planned }) => (from <= now && now < until ? sum + planned : sum),
      0,
    );
    const hasSlot = raw === 0;
    return {
      raw,
      bound: found?.bound ?? null,
      likely: found?.likely ?? null,
      queueLength: hasSlot ? 0 : (waiting.length * mean(this.handleMinutes)) / slots,
      lastToEnter: hasSlot ? 0 : (this.answeredWaits.at(-1) ?? 0),
      recentMean: hasSlot ? 0 : mean(this.answeredWaits),
    };
  }

  private observed(now: Instant): Observed {
    this.arrivals = this.arrivals.filter(({ at }) => minutesBetween(at, now) <= WINDOW);
    const counted = { 1: 0, 2: 0, 3: 0 };
    for (const { band } of this.arrivals) counted[band] += 1;
    return {
      minutes: WINDOW,
      arrivals: counted,
      slotMinutes: this.slotMinutes,
      left: this.waits.filter(({ left }) => left).length,
      minutesWaited: this.waits.reduce((sum, { minutes }) => sum + minutes, 0),
    };
  }
}

const keep = <Item>(items: Item[], item: Item, most: number): void => {
  items.push(item);
  if (items.length > most) items.shift();
};

/** The latest of each kind: what calibration looks at. */
const pruned = (outcomes: readonly WaitOutcome[]): WaitOutcome[] => {
  const seen = new Map<string, number>();
  const isLate = ({ band, raw }: WaitOutcome): boolean => {
    const kind = `${band} ${raw === 0}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= OUTCOMES_KEPT;
  };
  return [...outcomes].reverse().filter(isLate).reverse();
};
