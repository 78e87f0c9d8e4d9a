import { Signal, type ReadableSignal } from '@warmline/client';

const TYPING_EVERY_MS = 30_000;

/** Says things to assistive technology, in one place: the newest is read out, politely. */
export class Announcer {
  readonly #text = new Signal('');
  #typingSaidAt = Number.NEGATIVE_INFINITY;

  get text(): ReadableSignal<string> {
    return this.#text;
  }

  say(text: string): void {
    // The same words twice are two messages, but an unchanged text would not be read again.
    this.#text.set(this.#text.get() === text ? `${text}\u00a0` : text);
  }

  /** Typing starts and stops often; it is said at most every 30 s. `at` in ms. */
  sayTyping(text: string, at: number): void {
    if (at - this.#typingSaidAt < TYPING_EVERY_MS) return;
    this.#typingSaidAt = at;
    this.say(text);
  }
}
