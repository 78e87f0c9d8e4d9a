import { MINUTE } from '@warmline/kernel';
import { overlap, type Interval, type Span } from './interval';
import { sum } from './spread';

/** Load units a responder had in use over a span: docs/spec/routing.md#capacity. */
export interface LoadSpan extends Span {
  readonly load: number;
}
/** Load units a responder could have had over a span: signed on and not on a break. */
export interface CapacitySpan extends Span {
  readonly capacity: number;
}
/** One conversation of one responder. */
export interface ConversationSpan extends Span {
  readonly responder: string;
}

/** Where the used share of capacity should be, and when a supervisor is told. */
export const OCCUPANCY = { least: 0.65, most: 0.8, alarm: 0.85, alarmAfter: 30 * MINUTE } as const;
export const CONCURRENCY_MOST = 1.7;

export interface Occupancy {
  /** Load units in use · ms. */
  readonly used: number;
  /** Capacity · ms signed on. */
  readonly of: number;
}

/** Sum of load · time in use / sum of capacity · time signed on. Above 1 where surge or a late signing off made it so. */
export const occupancy = (
  loads: readonly LoadSpan[],
  capacities: readonly CapacitySpan[],
  interval: Interval,
): Occupancy => ({
  used: sum(loads.map((span) => span.load * overlap(span, interval))),
  of: sum(capacities.map((span) => span.capacity * overlap(span, interval))),
});

/** Sum of open conversation time / sum of time with at least one open; null when none was open. */
export const concurrency = (
  conversations: readonly ConversationSpan[],
  interval: Interval,
): number | null => {
  const responders = new Set(conversations.map(({ responder }) => responder));
  const busy = sum(
    [...responders].map((one) =>
      covered(
        conversations.filter(({ responder }) => responder === one),
        interval,
      ),
    ),
  );
  return busy === 0 ? null : sum(conversations.map((span) => overlap(span, interval))) / busy;
};

/** ms of the interval in which at least one of the spans runs. */
export const covered = (spans: readonly Span[], interval: Interval): number => {
  let [total, reached] = [0, Number(interval.from)];
  for (const { from, to } of [...spans].sort((left, right) => left.from - right.from)) {
    const end = Math.min(to ?? interval.to, interval.to);
    total += Math.max(0, end - Math.max(from, reached));
    reached = Math.max(reached, end);
  }
  return total;
};
