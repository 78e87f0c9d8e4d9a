import type { Noted } from './judge';

interface SlowSpan {
  readonly from: number;
  readonly to: number;
  readonly slowness: number;
}

/** Less than this is noise. */
const LEAST = 1.2;

/**
 * Time as the machine had it. In a second in which everything took four times as long, the product could do a quarter of a
 * second's work, and a quarter counts: limits in the product's time are judged by it.
 */
export class MachineTime {
  private readonly spans: SlowSpan[] = [];

  see({ slowness, lasted, w }: Extract<Noted, { k: 'machine' }>): void {
    if (slowness >= LEAST) this.spans.push({ from: w - lasted, to: w, slowness });
  }

  /** Between two moments of wall time (ms). */
  between(from: number, to: number): number {
    const lost = this.spans.map((span) => {
      const overlap = Math.min(to, span.to) - Math.max(from, span.from);
      return overlap > 0 ? overlap * (1 - 1 / span.slowness) : 0;
    });
    return Math.max(0, to - from - lost.reduce((sum, one) => sum + one, 0));
  }
}
