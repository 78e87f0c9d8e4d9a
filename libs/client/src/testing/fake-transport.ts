import type { Wire, WireListener } from '../connection/transport';

export interface Asked {
  readonly command: string;
  readonly payload: unknown;
  readonly answer: (reply: unknown) => void;
}

/** A line whose other end is the test. */
export class FakeWire implements Wire {
  readonly asked: Asked[] = [];
  tries = 0;
  isOpen = false;
  #listener: WireListener | null = null;

  listen(listener: WireListener): void {
    this.#listener = listener;
  }

  open(): void {
    this.tries += 1;
    this.isOpen = true;
  }

  cut(): void {
    this.isOpen = false;
  }

  ask(command: string, payload: unknown, answered: (reply: unknown) => void): void {
    this.asked.push({ command, payload, answer: answered });
  }

  get toPage(): WireListener {
    if (this.#listener === null) throw new Error('nobody listens to this wire');
    return this.#listener;
  }
}
