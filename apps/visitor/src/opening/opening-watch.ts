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
      /** People who are not safe are still taken. */
      readonly takesUrgent: boolean;
      readonly opensAt: number | null;
      /** For which it is closed today. */
      readonly holiday: string | undefined;
      /** About when there may be space again. */
      readonly spaceAt: number | null;
    };

export interface OpeningWatchPorts {
  /** Asks `GET /api/service`. Throws, or gives null, when there is no proper answer. `isArriving`: asked for the first time. */
  readonly ask: (isArriving: boolean) => Promise<Summary | null>;
  readonly clock: Clock;
  readonly random: Random;
}

const CHECK_EVERY_MS = 30_000;

const stateOf = ({
  opening,
  takes,
  wait,
  closesAt,
  opensAt,
  spaceAt,
  holiday,
  wishes = [],
}: Summary): OpeningState =>
  takes === 'everyone' || opening === 'open'
    ? { name: 'open', wait, closesAt, wishes }
    : { name: 'turned_away', why: opening, takesUrgent: takes === 'urgent', opensAt, spaceAt, holiday };

/** Asks again and again whether the service takes new visitors, until the visitor starts. */
export class OpeningWatch {
  readonly #ports: OpeningWatchPorts;
  readonly #state: Signal<OpeningState>;
  #failures = 0;
  #cancelNext: Cancel = () => {};
  /** Number of the newest question; an answer to an older one is dropped. */
  #asked = 0;
  #isArriving = true;
  #keepsReloads = false;
  #keepsDays: number | null = null;

  constructor(ports: OpeningWatchPorts) {
    this.#ports = ports;
    this.#state = new Signal<OpeningState>({ name: 'checking', since: ports.clock.now() });
  }

  get state(): ReadableSignal<OpeningState> {
    return this.#state;
  }

  /** Whether the service chose that a chat goes on after a reload. False until it has said so. */
  get keepsReloads(): boolean {
    return this.#keepsReloads;
  }

  /** For how long the service keeps a chat that starts now (days). Null until it has said so. */
  get keepsDays(): number | null {
    return this.#keepsDays;
  }

  /** Asks now, and then every 30 s until `stop`; sooner while there is no answer. */
  check(): void {
    this.#cancelNext();
    const question = (this.#asked += 1);
    void this.#ports
      .ask(this.#isArriving)
      .catch(() => null)
      .then((answer) => {
        if (question === this.#asked) this.#adopt(answer);
      });
  }

  stop(): void {
    this.#asked += 1;
    this.#cancelNext();
  }

  #adopt(answer: Summary | null): void {
    const { clock, random } = this.#ports;
    if (answer === null) {
      if (this.#state.get().name !== 'checking') this.#state.set({ name: 'checking', since: clock.now() });
      this.#cancelNext = clock.after(retryDelay(this.#failures, random), () => this.check());
      this.#failures += 1;
      return;
    }
    this.#failures = 0;
    this.#isArriving = false;
    this.#keepsReloads = answer.keepsReloads === true;
    this.#keepsDays = answer.keepsDays ?? null;
    const next = stateOf(answer);
    if (JSON.stringify(next) !== JSON.stringify(this.#state.get())) this.#state.set(next);
    this.#cancelNext = clock.after(CHECK_EVERY_MS, () => this.check());
  }
}
