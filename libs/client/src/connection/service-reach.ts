import type { Clock } from '../clock';
import { Signal, type ReadableSignal } from '../signal';
import type { Outcome } from './outcome';

/**
 * Whether the server can reach its database, read from its answers. The connection can be open while it cannot.
 * Nothing is stored then, and the page must say so.
 */
export class ServiceReach {
  readonly #clock: Clock;
  readonly #lostSince = new Signal<number | null>(null);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Device time in ms of the first answer that said so, or failed to come; null while all is well. */
  get unreachableSince(): ReadableSignal<number | null> {
    return this.#lostSince;
  }

  /** Of each outcome that needs the service: not of those a server answers alone. Hands the outcome on. */
  observe<Value>(outcome: Outcome<Value>): Outcome<Value> {
    const isLost =
      outcome.kind === 'refused'
        ? outcome.refusal === 'unavailable'
        : outcome.kind === 'unknown' && outcome.why === 'timeout';
    if (isLost) this.#lostSince.set(this.#lostSince.get() ?? this.#clock.now());
    else if (outcome.kind === 'done') this.#lostSince.set(null);
    return outcome;
  }
}
