import type { Cancel, Clock } from '../clock';
import { Signal, type ReadableSignal } from '../signal';

/** While someone types it is said at most this often, in ms. */
export const TYPING_REPEAT_MS = 3_000;
/** Without input for this long, in ms, they are no longer typing. */
export const TYPING_CLEAR_MS = 5_000;

/** Tells the other side that this one types: at most every 3 s, and once when it stopped. */
export class TypingReporter {
  readonly #tell: (typing: boolean) => void;
  readonly #clock: Clock;
  #toldAt: number | null = null;
  #cancelClear: Cancel = () => {};

  constructor(tell: (typing: boolean) => void, clock: Clock) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** At each keystroke that leaves text in the box. */
  typed(): void {
    const now = this.#clock.now();
    if (this.#toldAt === null || now - this.#toldAt >= TYPING_REPEAT_MS) {
      this.#toldAt = now;
      this.#tell(true);
    }
    this.#cancelClear();
    this.#cancelClear = this.#clock.after(TYPING_CLEAR_MS, () => this.stopped());
  }

  /** When the box was emptied or its text sent. */
  stopped(): void {
    this.#cancelClear();
    if (this.#toldAt === null) return;
    this.#toldAt = null;
    this.#tell(false);
  }
}

/** What this side shows of the other's typing; forgets by itself when the word that it stopped is lost. */
export class TypingIndicator {
  readonly #clock: Clock;
  readonly #typing = new Signal(false);
  #cancelForget: Cancel = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get typing(): ReadableSignal<boolean> {
    return this.#typing;
  }

  /** At each notice; with `false` also when a message arrived or the line was lost. */
  heard(typing: boolean): void {
    this.#cancelForget();
    if (typing)
      this.#cancelForget = this.#clock.after(TYPING_REPEAT_MS + TYPING_CLEAR_MS, () => this.heard(false));
    this.#typing.set(typing);
  }
}
