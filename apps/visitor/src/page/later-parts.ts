import { retryDelay, Signal, type Clock, type Random, type ReadableSignal } from '@warmline/client';
import type { Parts } from '../later';

export interface LaterPartsPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly load: () => Promise<Parts>;
}

/**
 * The parts of the page that nobody needs before a chat has started. They are fetched as soon as it starts, and are then here
 * without a connection. Until they are, the page does with what the first script has. Leaving is never one of them.
 */
export class LaterParts {
  readonly #ports: LaterPartsPorts;
  readonly #parts = new Signal<Parts | null>(null);
  #isLoading = false;
  #failures = 0;

  constructor(ports: LaterPartsPorts) {
    this.#ports = ports;
  }

  /** Null until they are here. */
  get parts(): ReadableSignal<Parts | null> {
    return this.#parts;
  }

  /** Fetches them, again and again until they are here. A second call changes nothing. */
  load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const { clock, random, load } = this.#ports;
    load().then(
      (loaded) => this.#parts.set(loaded),
      () => {
        this.#isLoading = false;
        clock.after(retryDelay(this.#failures, random), () => this.load());
        this.#failures += 1;
      },
    );
  }
}
