import { instant, type Instant } from '@warmline/kernel';

/** A span of the server's clock: `from` belongs to it, `to` does not, so neighbours share no event. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

export const isWithin = ({ from, to }: Interval, at: Instant): boolean => at >= from && at < to;

/** A span that may still be going on. */
export interface Span {
  readonly from: Instant;
  /** Null while it goes on. */
  readonly to: Instant | null;
}

/** The part of `span` within the interval (ms); 0 when they do not meet. */
export const overlap = (span: Span, interval: Interval): number =>
  Math.max(0, Math.min(span.to ?? interval.to, interval.to) - Math.max(span.from, interval.from));

/**
 * The interval cut into steps of `step` ms that end at whole multiples of it by the clock, the last one as long as it has run.
 * At most `most` of them, the newest.
 */
export const steps = ({ from, to }: Interval, step: number, most: number): Interval[] => {
  const first = Math.max(Math.floor(from / step), Math.ceil(to / step) - most);
  const count = Math.max(0, Math.ceil(to / step) - first);
  return Array.from({ length: count }, (_, at) => ({
    from: instant(Math.max(from, (first + at) * step)),
    to: instant(Math.min(to, (first + at + 1) * step)),
  }));
};
