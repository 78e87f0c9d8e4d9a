import type { Instant } from '@warmline/kernel';

/** Something that will happen, unless it is called off. */
export interface Appointment {
  readonly at: Instant;
  readonly number: number;
  readonly happen: (now: Instant) => void;
  calledOff: boolean;
}

const isSooner = (one: Appointment, other: Appointment): boolean =>
  one.at < other.at || (one.at === other.at && one.number < other.number);

/** What is to come, soonest first; what was entered first goes first at the same moment. A binary heap. */
export class Agenda {
  private readonly heap: Appointment[] = [];
  private entered = 0;

  enter(at: Instant, happen: (now: Instant) => void): Appointment {
    this.entered += 1;
    const appointment = { at, number: this.entered, happen, calledOff: false };
    this.heap.push(appointment);
    this.rise(this.heap.length - 1);
    return appointment;
  }

  /** The next that was not called off; undefined at the end of all things. */
  next(): Appointment | undefined {
    for (;;) {
      const first = this.takeFirst();
      if (first === undefined || !first.calledOff) return first;
    }
  }

  private takeFirst(): Appointment | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (last !== undefined && last !== first) {
      this.heap[0] = last;
      this.sink();
    }
    return first;
  }

  private rise(from: number): void {
    for (let place = from; place > 0;) {
      const above = (place - 1) >> 1;
      if (!this.swapIfSooner(place, above)) return;
      place = above;
    }
  }

  private sink(): void {
    for (let place = 0; ;) {
      const [left, right] = [this.heap[2 * place + 1], this.heap[2 * place + 2]];
      if (left === undefined) return;
      const below = 2 * place + (right !== undefined && isSooner(right, left) ? 2 : 1);
      if (!this.swapIfSooner(below, place)) return;
      place = below;
    }
  }

  private swapIfSooner(below: number, above: number): boolean {
    const [lower, upper] = [this.heap[below], this.heap[above]];
    if (lower === undefined || upper === undefined || !isSooner(lower, upper)) return false;
    this.heap[above] = lower;
    this.heap[below] = upper;
    return true;
  }
}
