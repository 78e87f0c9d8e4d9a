import { newMessageId, Signal, type Cancel, type Clock, type Outcome } from '@warmline/client';
import type { PracticeActSent, PracticeView } from '@warmline/contracts';
import type { StaffClient } from '../../shared/live/staff-client';

/** A little later than the visitor acts (ms), so that the server has it. */
const MARGIN = 150;
/** A colleague's words come as a notice; this often (ms) they are asked for all the same. */
const LOOK_AGAIN = 10_000;

export interface PracticeClientPorts {
  /** The real connection, which the practice goes over. */
  readonly real: StaffClient;
  readonly practiceId: string;
  readonly clock: Clock;
}

/** Follows one practice conversation: after each act, when the visitor acts by themselves, and when the server says so. */
export class PracticeClient {
  readonly view = new Signal<PracticeView | null>(null);
  /** It could not be opened the last time. */
  readonly hasFailed = new Signal(false);
  readonly #ports: PracticeClientPorts;
  #cancels: readonly Cancel[] = [];
  #cancelNext: Cancel = () => {};

  constructor(ports: PracticeClientPorts) {
    this.#ports = ports;
  }

  get practiceId(): string {
    return this.#ports.practiceId;
  }

  start(): void {
    const { real, practiceId } = this.#ports;
    let wasOnline = false;
    const look = (isOnline: boolean): void => {
      if (isOnline && !wasOnline) void this.open();
      wasOnline = isOnline;
    };
    this.#cancels = [
      real.onPractice((id) => {
        if (id === practiceId) void this.open();
      }),
      real.store.subscribe(({ connection }) => look(connection.name === 'online')),
    ];
    look(real.store.getState().connection.name === 'online');
  }

  stop(): void {
    this.#cancelNext();
    for (const cancel of this.#cancels) cancel();
  }

  async open(): Promise<Outcome<PracticeView>> {
    const { real, practiceId } = this.#ports;
    const outcome = await this.#show(real.send('practice:open', { practiceId }));
    this.hasFailed.set(outcome.kind !== 'done');
    if (outcome.kind !== 'done') this.#lookAgain(LOOK_AGAIN);
    return outcome;
  }

  act(act: PracticeActSent, actId = newMessageId()): Promise<Outcome<PracticeView>> {
    const { real, practiceId } = this.#ports;
    return this.#show(real.send('practice:act', { practiceId, actId, act }));
  }

  advise(word: string, wordId: string): Promise<Outcome<PracticeView>> {
    const { real, practiceId } = this.#ports;
    return this.#show(real.send('practice:advise', { practiceId, wordId, word }));
  }

  /** An answer that was overtaken by a newer one changes nothing. */
  async #show(asked: Promise<Outcome<PracticeView>>): Promise<Outcome<PracticeView>> {
    const outcome = await asked;
    if (outcome.kind !== 'done') return outcome;
    const { value } = outcome;
    const known = this.view.get();
    if (known !== null && known.now > value.now) return outcome;
    this.view.set(value);
    if (value.result === null)
      this.#lookAgain(value.nextAt === null ? LOOK_AGAIN : Math.max(0, value.nextAt - value.now) + MARGIN);
    return outcome;
  }

  #lookAgain(after: number): void {
    this.#cancelNext();
    this.#cancelNext = this.#ports.clock.after(Math.min(after, LOOK_AGAIN), () => void this.open());
  }
}
