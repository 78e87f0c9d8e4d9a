import type { Cancel, Clock } from '../clock';
import type { Outcome } from '../connection/outcome';

const SEEN_EVERY_MS = 1_000;

export interface SeenCursorPorts {
  readonly tell: (seq: number) => Promise<Outcome<unknown>>;
  /** Whether a person can see the page right now. */
  readonly isVisible: () => boolean;
  readonly clock: Clock;
}

/** Tells up to where this side has seen: forwards only, at most once a second, only while the page is visible. */
export class SeenCursor {
  readonly #ports: SeenCursorPorts;
  #shown = 0;
  #told = 0;
  #cancelPause: Cancel | null = null;

  constructor(ports: SeenCursorPorts) {
    this.#ports = ports;
  }

  /** Everything up to here is on screen; called again with 0 when the page becomes visible or the line returns. */
  shown(seq: number): void {
    this.#shown = Math.max(this.#shown, seq);
    this.#tellIfDue();
  }

  stop(): void {
    this.#cancelPause?.();
    this.#told = Number.POSITIVE_INFINITY;
  }

  #tellIfDue(): void {
    if (this.#cancelPause !== null || this.#shown <= this.#told || !this.#ports.isVisible()) return;
    const seq = this.#shown;
    this.#told = seq;
    this.#cancelPause = this.#ports.clock.after(SEEN_EVERY_MS, () => {
      this.#cancelPause = null;
      this.#tellIfDue();
    });
    void this.#ports.tell(seq).then((outcome) => {
      // Told again with the next occasion; harmless if it did arrive, since the cursor only moves forward.
      if (outcome.kind !== 'done' && this.#told === seq) this.#told = 0;
    });
  }
}
