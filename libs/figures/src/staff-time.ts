import { instant, MINUTE, type Instant } from '@warmline/kernel';
import { overlap, type Interval, type Span } from './interval';
import { sum } from './spread';

/** A span of one person's time. */
export interface StaffSpan extends Span {
  readonly responder: string;
}
/** Load units of a conversation while it was held, or of a wrap-up while it was unfinished: docs/spec/routing.md#capacity. */
export interface LoadSpan extends StaffSpan {
  readonly load: number;
  /** A wrap-up weighs while the person is available. It keeps nobody who has gone. */
  readonly isWrapUp: boolean;
}
/** Load units someone could have had while they were available. */
export interface CapacitySpan extends StaffSpan {
  readonly capacity: number;
}
/** One conversation of one responder. */
export type ConversationSpan = StaffSpan;

/** What the people of a service could hold, and held. */
export interface StaffTime {
  readonly loads: readonly LoadSpan[];
  readonly capacities: readonly CapacitySpan[];
  readonly breaks: readonly StaffSpan[];
}

/** Where the used share of capacity should be, and when a supervisor is told. */
export const OCCUPANCY = { least: 0.65, most: 0.8, alarm: 0.85, alarmAfter: 30 * MINUTE } as const;
export const CONCURRENCY_MOST = 1.7;

export interface Occupancy {
  /** Load units in use · ms. */
  readonly used: number;
  /** Capacity · ms signed on. Never less than `used`. */
  readonly of: number;
}

/** A span in which nothing changed for one person; `used` and `of` in load units. */
export interface OccupiedSpan extends Interval, Occupancy {}

const NOTHING = { conversations: 0, wrapUp: 0, capacity: 0, breaks: 0 };
type Held = typeof NOTHING;

interface Change {
  readonly at: number;
  readonly what: keyof Held;
  readonly by: number;
}

/** Who is on a break, or is not available, has the capacity of what they still hold: they are at work, and full. */
const occupiedBy = ({ conversations, wrapUp, capacity, breaks }: Held): Occupancy => {
  const available = breaks > 0 ? 0 : capacity;
  if (available === 0) return { used: conversations, of: conversations };
  return { used: Math.min(conversations + wrapUp, available), of: available };
};

const changesOf = ({ loads, capacities, breaks }: StaffTime, until: Instant): Map<string, Change[]> => {
  const changes = new Map<string, Change[]>();
  const add = ({ responder, from, to }: StaffSpan, what: keyof Held, by: number): void => {
    const end = Math.min(to ?? until, until);
    if (end <= from) return;
    const own = changes.get(responder) ?? [];
    own.push({ at: from, what, by }, { at: end, what, by: -by });
    changes.set(responder, own);
  };
  for (const span of loads) add(span, span.isWrapUp ? 'wrapUp' : 'conversations', span.load);
  for (const span of capacities) add(span, 'capacity', span.capacity);
  for (const span of breaks) add(span, 'breaks', 1);
  return changes;
};

/**
 * Each person's time, cut where something changed. What someone holds above their capacity, a surge or a raised band, counts as
 * full: the overload of one person hides no free capacity of another. Spans that go on end at `until`.
 */
export const occupiedSpans = (time: StaffTime, until: Instant): readonly OccupiedSpan[] =>
  [...changesOf(time, until).values()].flatMap((changes) => {
    const held = { ...NOTHING };
    const spans: OccupiedSpan[] = [];
    let from = 0;
    for (const { at, what, by } of changes.sort((one, other) => one.at - other.at)) {
      const now = occupiedBy(held);
      if (at > from && now.of > 0) spans.push({ from: instant(from), to: instant(at), ...now });
      held[what] += by;
      from = at;
    }
    return spans;
  });

/** Sum of load · time in use / sum of capacity · time signed on. Never above 1. */
export const occupancy = (spans: readonly OccupiedSpan[], interval: Interval): Occupancy => ({
  used: sum(spans.map((span) => span.used * overlap(span, interval))),
  of: sum(spans.map((span) => span.of * overlap(span, interval))),
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
