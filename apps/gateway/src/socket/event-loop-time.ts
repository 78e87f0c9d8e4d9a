import { Injectable } from '@nestjs/common';

/**
 * Time of the event loop that a connection uses, beside what the gate measures itself: a command is read in a later turn of
 * the loop than its frame. Everyone waits for this time, so it is counted against who caused it.
 */
@Injectable()
export class EventLoopTime {
  private readonly counts = new WeakMap<object, (milliseconds: number) => void>();

  /** From now on `count` is told of the time that this connection uses. */
  watch(line: object, count: (milliseconds: number) => void): void {
    this.counts.set(line, count);
  }

  /** Runs synchronous work that this connection has caused, and counts its time. Work of an unknown one is not counted. */
  measure<Result>(line: object, work: () => Result): Result {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.counts.get(line)?.(performance.now() - began);
    }
  }
}
