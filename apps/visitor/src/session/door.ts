import { Cell, retryDelay, type Cancel, type Clock, type Random, type ReadableCell } from '@warmline/client';

/** `since`: device time in ms from which the service has not answered. */
export type DoorState =
  | { readonly name: 'checking'; readonly since: number }
  | { readonly name: 'open' }
  | { readonly name: 'closed' };

export interface DoorPorts {
  /** Asks `GET /api/service`; throws or gives null when there is no proper answer. */
  readonly ask: () => Promise<'open' | 'closed' | null>;
  readonly clock: Clock;
  readonly random: Random;
}

const LOOK_AGAIN_MS = 30_000;

/** Whether people are being taken in now, looked at until the visitor starts. */
export class Door {
  readonly #ports: DoorPorts;
  readonly #state: Cell<DoorState>;
  #failures = 0;
  #cancelNext: Cancel = () => {};
  #round = 0;

  constructor(ports: DoorPorts) {
    this.#ports = ports;
    this.#state = new Cell<DoorState>({ name: 'checking', since: ports.clock.now() });
  }

  get state(): ReadableCell<DoorState> {
    return this.#state;
  }

  /** Now, and then again and again until `rest`. */
  look(): void {
    this.#cancelNext();
    const round = (this.#round += 1);
    void this.#ports
      .ask()
      .catch(() => null)
      .then((answer) => {
        if (round === this.#round) this.#heard(answer);
      });
  }

  rest(): void {
    this.#round += 1;
    this.#cancelNext();
  }

  #heard(answer: 'open' | 'closed' | null): void {
    const { clock, random } = this.#ports;
    if (answer === null) {
      if (this.#state.get().name !== 'checking') this.#state.set({ name: 'checking', since: clock.now() });
      this.#cancelNext = clock.after(retryDelay(this.#failures, random), () => this.look());
      this.#failures += 1;
      return;
    }
    this.#failures = 0;
    if (this.#state.get().name !== answer) this.#state.set({ name: answer });
    this.#cancelNext = clock.after(LOOK_AGAIN_MS, () => this.look());
  }
}

const isSummary = (value: unknown): value is { readonly door: 'open' | 'closed' } =>
  typeof value === 'object' &&
  value !== null &&
  'door' in value &&
  (value.door === 'open' || value.door === 'closed');

const GIVE_UP_MS = 8_000;

/** Asks this page's own server; throws when it cannot be reached in 8 s. */
export const askService = async (): Promise<'open' | 'closed' | null> => {
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), GIVE_UP_MS);
  try {
    const response = await fetch('/api/service', {
      cache: 'no-store',
      credentials: 'omit',
      signal: tooLong.signal,
    });
    const summary: unknown = response.ok ? await response.json() : null;
    return isSummary(summary) ? summary.door : null;
  } finally {
    clearTimeout(timer);
  }
};
