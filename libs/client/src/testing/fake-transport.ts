import type { Transport, TransportListener } from '../connection/transport';

export interface SentCommand {
  readonly command: string;
  readonly payload: unknown;
  readonly answer: (reply: unknown) => void;
}

/** A line whose other end is the test. */
export class FakeTransport implements Transport {
  readonly sent: SentCommand[] = [];
  tries = 0;
  isOpen = false;
  #listener: TransportListener | null = null;

  listen(listener: TransportListener): void {
    this.#listener = listener;
  }

  open(): void {
    this.tries += 1;
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }

  send(command: string, payload: unknown, answered: (reply: unknown) => void): void {
    this.sent.push({ command, payload, answer: answered });
  }

  get listener(): TransportListener {
    if (this.#listener === null) throw new Error('nobody listens to this wire');
    return this.#listener;
  }
}
