import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DELAY_MAX, delayAfter, FAILURES_KEPT } from '@warmline/identity';
import { SECOND } from '@warmline/kernel';
import { Busy } from './hash-queue';

/** Names and devices whose failures are kept; the oldest is forgotten for one more. */
const KEPT_MAX = 10_000;
/** Tries that wait at once, of one key and of all strangers. */
const WAITING_OF_ONE = 2;
const WAITING_MAX = 200;
/** After this many wrong passwords in a row a device counts as unknown. */
const KNOWN_TRIES = 10;

interface Failures {
  readonly count: number;
  /** By this process's steady clock (ms). */
  readonly at: number;
}

/**
 * Slows guessing: after some wrong passwords the next try at the same name, or from the same device, waits. Kept in memory under
 * a key that dies with the process: no address, no stored name.
 */
@Injectable()
export class SignInDelays {
  private readonly secret = randomBytes(32);
  private readonly failures = new Map<string, Failures>();
  private readonly waiting = new Map<string, number>();
  private waitingInAll = 0;

  /** The key of a name, or of a device with a name. */
  keyOf(...parts: readonly string[]): string {
    return createHmac('sha256', this.secret).update(JSON.stringify(parts)).digest('base64');
  }

  /** False once so many passwords from this device were wrong that it may be in other hands. */
  isTrusted(key: string): boolean {
    return this.failuresOf(key) < KNOWN_TRIES;
  }

  /** Waits as long as this try must wait. Rejects with Busy when too many wait already, or when the asker has gone. */
  async wait(key: string, signal: AbortSignal): Promise<void> {
    if (this.leftOf(key) <= 0) return;
    const same = this.waiting.get(key) ?? 0;
    if (same >= WAITING_OF_ONE || this.waitingInAll >= WAITING_MAX)
      throw new Busy(Math.ceil(this.leftOf(key) / SECOND));
    this.countWaiting(key, 1);
    try {
      for (let left = this.leftOf(key); left > 0; left = this.leftOf(key))
        await delay(left, null, { signal });
    } catch (error) {
      throw signal.aborted ? new Busy(1) : error;
    } finally {
      this.countWaiting(key, -1);
    }
  }

  recordFailure(key: string): void {
    const count = this.failuresOf(key) + 1;
    this.failures.delete(key);
    const [oldest] = this.failures.size >= KEPT_MAX ? this.failures.keys() : [];
    if (oldest !== undefined) this.failures.delete(oldest);
    this.failures.set(key, { count, at: performance.now() });
  }

  recordSuccess(key: string): void {
    this.failures.delete(key);
  }

  private failuresOf(key: string): number {
    const kept = this.failures.get(key);
    return kept === undefined || performance.now() - kept.at > FAILURES_KEPT ? 0 : kept.count;
  }

  /** How long the next try has still to wait (ms). */
  private leftOf(key: string): number {
    const at = this.failures.get(key)?.at ?? 0;
    const count = this.failuresOf(key);
    return count === 0 ? 0 : Math.min(DELAY_MAX, at + delayAfter(count) - performance.now());
  }

  private countWaiting(key: string, change: 1 | -1): void {
    const same = (this.waiting.get(key) ?? 0) + change;
    if (same > 0) this.waiting.set(key, same);
    else this.waiting.delete(key);
    this.waitingInAll += change;
  }
}
