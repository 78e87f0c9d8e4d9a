import type { Report, Share } from '@warmline/contracts';
import {
  isWithin,
  shownCount,
  shownSplit,
  shownSpread,
  sum,
  toldDays,
  type CountedDay,
  type Share as Counted,
  type Spread,
} from '@warmline/figures';
import type { Instant } from '@warmline/kernel';
import type { ReportPart } from '@warmline/postgres';
import type { DayPart } from './report-range';

/** A day, and what began on it. */
export interface ReportedDay extends DayPart {
  readonly stored: ReportPart;
}

/** The days of a report: each figure counts those that may be told of it (docs/spec/figures.md#small-numbers). */
export class ReportDays {
  private hasLeftOut = false;

  constructor(private readonly days: readonly ReportedDay[]) {}

  /** Whether a figure left a day out. Ask it when all figures are made. */
  get leavesOut(): boolean {
    return this.hasLeftOut;
  }

  /** Which items are of which day, by the moment of each; null for one that is of none. */
  split<Item>(
    items: readonly Item[],
    atOf: (item: Item) => Instant | null,
  ): (day: ReportedDay) => readonly Item[] {
    const split = new Map<number, Item[]>(this.days.map(({ day }) => [day, []]));
    for (const item of items) {
      const at = atOf(item);
      if (at === null) continue;
      const found = this.days.find((day) => isWithin(day, at));
      if (found !== undefined) split.get(found.day)?.push(item);
    }
    return ({ day }) => split.get(day) ?? [];
  }

  /**
   * The items of all days that a figure may count; null where it may count none of those there are.
   *
   * `count`: how many people the figure is about, of these items.
   */
  told<Item>(
    itemsOf: (day: ReportedDay) => readonly Item[],
    count: (items: readonly Item[]) => number,
  ): readonly Item[] | null {
    const found = this.days.map((day) => ({ ...day, items: itemsOf(day) }));
    const asked = found.filter(({ isIn }) => isIn);
    const [first, last] = [asked[0]?.day ?? 0, asked.at(-1)?.day ?? -1];
    const counted = found.map(({ day, items, isOver, stored }): CountedDay => ({
      ...{ day, isOver },
      count: count(items),
      isErased: stored.erased > 0,
    }));
    const told = toldDays(counted, first, last);
    const leavesOut = asked.some(({ day }) => !told.has(day));
    const items = asked.filter(({ day }) => told.has(day)).flatMap((day) => day.items);
    if (leavesOut && count(items) === 0) return null;
    if (leavesOut) this.hasLeftOut = true;
    return items;
  }
}

export const whole = (span: number): number => Math.max(0, Math.round(span));

const spreadOf = (spread: Spread | null): Report['length'] => {
  const shown = shownSpread(spread);
  if (shown.median === null) return { n: shown.n, mean: null, median: null, p90: null };
  return { n: shown.n, mean: whole(shown.mean), median: whole(shown.median), p90: whole(shown.p90) };
};

interface Target {
  readonly least?: number;
  readonly most?: number;
}

/** Null is a share that may not be told. */
export const share = (counted: Counted | null, { least, most }: Target = {}): Share => ({
  ...(counted === null ? HIDDEN : shownSplit(counted)),
  least: least ?? null,
  most: most ?? null,
});
export const HIDDEN = { part: null, of: null } as const;

/** A share of what may be told of each day. */
export const shareOn = <Item>(
  days: ReportDays,
  itemsOf: (day: ReportedDay) => readonly Item[],
  figure: (items: readonly Item[]) => Counted,
): Counted | null => {
  const told = days.told(itemsOf, (items) => figure(items).of);
  return told === null ? null : figure(told);
};

export const spreadOn = <Item>(
  days: ReportDays,
  itemsOf: (day: ReportedDay) => readonly Item[],
  figure: (items: readonly Item[]) => Spread | null,
): Report['length'] => {
  const told = days.told(itemsOf, (items) => figure(items)?.n ?? 0);
  return told === null ? { n: null, mean: null, median: null, p90: null } : spreadOf(figure(told));
};

export const sumOn = (days: ReportDays, countOf: (day: ReportedDay) => number): number | null => {
  const told = days.told((day) => [countOf(day)], sum);
  return told === null ? null : shownCount(sum(told));
};
