import {
  Signal,
  retryDelay,
  type Cancel,
  type Clock,
  type Random,
  type ReadableSignal,
} from '@warmline/client';
import type { ServiceSummary, Wait } from '@warmline/contracts';
import type { Summary } from './service-summary';

/** `since`: device time in ms from which the service has not answered. */
export type OpeningState =
  | { readonly name: 'checking'; readonly since: number }
  | {
      readonly name: 'open';
      readonly wait: Wait;
      readonly closesAt: number | null;
      /** Skills a visitor may wish for. */
      readonly wishes: readonly string[];
    }
  | {
      readonly name: 'turned_away';
      readonly why: Exclude<ServiceSummary['opening'], 'open'>;
      /** Whoever is not safe is taken all the same. */
      readonly takesUrgent: boolean;
      readonly opensAt: number | null;
      /** About when there may be space again. */
      readonly spaceAt: number | null;
    };

export interface OpeningWatchPorts {
  /** Asks `GET /api/service`; throws or gives null when there is no proper answer. `isArriving`: for the first time. */
  readonly ask: (isArriving: boolean) => Promise<Summary | null>;
  readonly clock: Clock;
  readonly random: Random;
}

const LOOK_AGAIN_MS = 30_000;

const stateOf = ({
  opening: door,
  takes,
  wait,
  closesAt,
  opensAt,
  spaceAt,
  wishes = [],
}: Summary): OpeningState =>
  takes === 'everyone' || door === 'open'
    ? { name: 'open', wait, closesAt, wishes }
    : { name: 'turned_away', why: door, takesUrgent: takes === 'urgent', opensAt, spaceAt };

/** Whether people are being taken in now, looked at until the visitor starts. */
export class OpeningWatch {
  readonly #ports: OpeningWatchPorts;
  readonly #state: Signal<OpeningState>;
  #failures = 0;
  #cancelNext: Cancel = () => {};
  #round = 0;
  #isArriving = true;

  constructor(ports: OpeningWatchPorts) {
    this.#ports = ports;
    this.#state = new Signal<OpeningState>({ name: 'checking', since: ports.clock.now() });
  }

  get state(): ReadableSignal<OpeningState> {
    return this.#state;
  }

  /** Now, and then again and again until `rest`. */
  check(): void {
    this.#cancelNext();
    const round = (this.#round += 1);
    void this.#ports
      .ask(this.#isArriving)
      .catch(() => null)
      .then((answer) => {
        if (round === this.#round) this.#heard(answer);
      });
  }

  stop(): void {
    this.#round += 1;
    this.#cancelNext();
  }

  #heard(answer: Summary | null): void {
    const { clock, random } = this.#ports;
    if (answer === null) {
      if (this.#state.get().name !== 'checking') this.#state.set({ name: 'checking', since: clock.now() });
      this.#cancelNext = clock.after(retryDelay(this.#failures, random), () => this.check());
      this.#failures += 1;
      return;
    }
    this.#failures = 0;
    this.#isArriving = false;
    const next = stateOf(answer);
    if (JSON.stringify(next) !== JSON.stringify(this.#state.get())) this.#state.set(next);
    this.#cancelNext = clock.after(LOOK_AGAIN_MS, () => this.check());
  }
}
