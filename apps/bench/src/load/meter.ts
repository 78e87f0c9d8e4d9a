import type { Measured, Spread } from './jobs';

const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = Float64Array.from(values).sort();
  return { count: sorted.length, p50: at(sorted, 0.5), p90: at(sorted, 0.9), p99: at(sorted, 0.99) };
};

interface UnderWay {
  readonly since: number;
  /** What is still missing: the acknowledgement, and the delivery where a socket listens. */
  left: number;
}

/** Finished messages that may still arrive elsewhere, at most: through another gateway they always arrive later. */
const LATE_MAX = 20_000;

/** Follows messages from the moment each was due to its acknowledgement and its delivery. */
export class Meter {
  private readonly underWay = new Map<string, UnderWay>();
  /** When each was due. */
  private readonly late = new Map<string, number>();
  private acknowledged: number[] = [];
  private delivered: number[] = [];
  private elsewhere: number[] = [];
  private refused = 0;
  private finished = 0;
  private since = performance.now();
  private until = 0;
  private finishedInTime = 0;

  constructor(private readonly isHeard: boolean) {}

  get unfinished(): number {
    return this.underWay.size;
  }

  /** Everything before was warm-up. */
  begin(): void {
    this.acknowledged = [];
    this.delivered = [];
    this.elsewhere = [];
    this.finished = 0;
    this.since = performance.now();
  }

  /** What finishes from now on counts for latency, and not for the rate. */
  end(): void {
    this.until = performance.now();
    this.finishedInTime = this.finished;
  }

  sent(id: string, since: number): void {
    this.underWay.set(id, { since, left: this.isHeard ? 2 : 1 });
  }

  answered(id: string, ok: boolean): void {
    const message = this.underWay.get(id);
    if (message === undefined) return;
    if (!ok) {
      this.refused += 1;
      this.underWay.delete(id);
      return;
    }
    this.acknowledged.push(performance.now() - message.since);
    this.settle(id, message);
  }

  heard(id: string, isElsewhere: boolean): void {
    const message = this.underWay.get(id);
    if (isElsewhere) return this.heardElsewhere(id, message?.since ?? this.late.get(id));
    if (message === undefined) return;
    this.delivered.push(performance.now() - message.since);
    this.settle(id, message);
  }

  measured(): Measured {
    return {
      rate: this.finishedInTime / ((this.until - this.since) / 1_000),
      acknowledged: spreadOf(this.acknowledged),
      delivered: spreadOf(this.delivered),
      deliveredElsewhere: spreadOf(this.elsewhere),
      refused: this.refused,
      unfinished: this.unfinished,
    };
  }

  private heardElsewhere(id: string, since: number | undefined): void {
    if (since === undefined) return;
    this.elsewhere.push(performance.now() - since);
    this.late.delete(id);
  }

  private settle(id: string, message: UnderWay): void {
    message.left -= 1;
    if (message.left > 0) return;
    this.underWay.delete(id);
    this.finished += 1;
    this.late.set(id, message.since);
    const [oldest] = this.late.keys();
    if (this.late.size > LATE_MAX && oldest !== undefined) this.late.delete(oldest);
  }
}
