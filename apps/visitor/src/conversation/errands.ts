import {
  isTemporary,
  retryDelay,
  type Cancel,
  type Clock,
  type Outcome,
  type Random,
} from '@warmline/client';
import type { VisitorConversation } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';

/** Something the visitor decided, which the server may hear more than once. */
export interface Errand {
  readonly ask: () => Promise<Outcome<VisitorConversation>>;
  /** The server has refused it for good. */
  readonly onRefused?: (refusal: Refusal) => void;
}

export interface ErrandsPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly onView: (view: VisitorConversation) => void;
}

/** Tells the server what the visitor decided until it has heard it, over any number of connections. One errand a name. */
export class Errands {
  readonly #ports: ErrandsPorts;
  readonly #open = new Map<string, Errand>();
  #failures = 0;
  #cancelRetry: Cancel = () => {};

  constructor(ports: ErrandsPorts) {
    this.#ports = ports;
  }

  begin(name: string, errand: Errand): void {
    this.#open.set(name, errand);
    void this.#tell(name, errand);
  }

  drop(name: string): void {
    this.#open.delete(name);
  }

  /** The connection is back: what was decided while it was down is told now. */
  resume(): void {
    this.#failures = 0;
    this.#tellAll();
  }

  stop(): void {
    this.#cancelRetry();
    this.#open.clear();
  }

  #tellAll(): void {
    this.#cancelRetry();
    for (const [name, errand] of this.#open) void this.#tell(name, errand);
  }

  async #tell(name: string, errand: Errand): Promise<void> {
    const outcome = await errand.ask();
    if (this.#open.get(name) !== errand) return;
    // Without a connection nothing more is asked: `resume` follows when it is back.
    if (outcome.kind === 'unknown' && outcome.why !== 'timeout') return;
    if (outcome.kind === 'unknown' || (outcome.kind === 'refused' && isTemporary(outcome.refusal))) {
      this.#cancelRetry();
      const { clock, random } = this.#ports;
      this.#cancelRetry = clock.after(retryDelay(this.#failures, random), () => this.#tellAll());
      this.#failures += 1;
      return;
    }
    this.#open.delete(name);
    if (outcome.kind === 'done') this.#ports.onView(outcome.value);
    else errand.onRefused?.(outcome.refusal);
  }
}
