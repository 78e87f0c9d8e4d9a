import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/** The event loop's time is shared out in windows of this length (ms): as long as others may wait for it at a stretch. */
const WINDOW = 20;
/** Of a window, work that can wait begins only while less than this share was used, by it or by anything else. */
const SHARE = 0.5;
/** It begins this often in each window, however busy the loop is: 200 times a second. */
const LEAST = 4;

export interface LoopClock {
  /** ms of any clock that only moves forward. */
  now(): number;
  /** How much of that time the event loop was busy (ms). */
  busy(): number;
  wait(milliseconds: number): Promise<void>;
  /** Calls back in the next turn of the loop. */
  nextTurn(callback: () => void): void;
}

const OF_THIS_PROCESS: LoopClock = {
  now: () => performance.now(),
  busy: () => performance.eventLoopUtilization().active,
  wait: (milliseconds) => delay(milliseconds),
  nextTurn: (callback) => void setImmediate(callback),
};

/**
 * Leaves half of the event loop to what is under way. Work that can wait asks for room before it begins, one after another: while
 * the loop is idle for more than half of the time it never waits.
 */
export class LoopShare {
  private since: number;
  private busyBefore: number;
  private begun = 0;
  /** Others had their turn since this window began. */
  private hadOthers = true;

  constructor(private readonly clock: LoopClock = OF_THIS_PROCESS) {
    this.since = clock.now();
    this.busyBefore = clock.busy();
  }

  /** Resolves when it may begin. */
  async room(): Promise<void> {
    while (!this.hasRoom()) await this.clock.wait(Math.max(1, this.since + WINDOW - this.clock.now()));
    this.begun += 1;
  }

  private hasRoom(): boolean {
    if (this.hadOthers && this.clock.now() - this.since >= WINDOW) {
      this.hadOthers = false;
      this.clock.nextTurn(() => (this.hadOthers = true));
      this.since = this.clock.now();
      this.busyBefore = this.clock.busy();
      this.begun = 0;
    }
    return this.begun < LEAST || this.clock.busy() - this.busyBefore < WINDOW * SHARE;
  }
}
