import { isTemporary, type Cancel, type Clock, type Outcome } from '@warmline/client';

/** Online, and yet without the view: requested again after this long (ms). */
const AGAIN_MS = 2_000;

export interface SubscriptionPorts<View> {
  /** Asks the server for the view. From then on the server pushes every change of it. */
  readonly request: () => Promise<Outcome<View>>;
  readonly current: () => View | null;
  /** Called with each view that is not older than the current one. */
  readonly show: (view: View) => void;
  /** Told after each request whether it brought the view. */
  readonly onRequested?: (hasView: boolean) => void;
  readonly isOnline: () => boolean;
  readonly clock: Clock;
}

/**
 * One view that the server shows and keeps pushing: opened once, requested again after every reconnect and after a
 * passing failure. Views are ordered by their `now`, so a late answer never replaces a newer push.
 */
export class Subscription<View extends { readonly now: number }> {
  readonly #ports: SubscriptionPorts<View>;
  #isWanted = false;
  #cancelAgain: Cancel = () => {};

  constructor(ports: SubscriptionPorts<View>) {
    this.#ports = ports;
  }

  /** Resolves to whether the server answered with the view. */
  async open(): Promise<boolean> {
    this.#isWanted = true;
    this.#cancelAgain();
    const { request, onRequested, isOnline, clock } = this.#ports;
    const outcome = await this.showAnswer(request());
    onRequested?.(outcome.kind === 'done');
    const isWorthwhile =
      outcome.kind === 'unknown' || (outcome.kind === 'refused' && isTemporary(outcome.refusal));
    // A lost connection resumes by itself; a request that failed while online has to be repeated here.
    if (isWorthwhile && isOnline()) this.#cancelAgain = clock.after(AGAIN_MS, () => void this.resume());
    return outcome.kind === 'done';
  }

  /** After a reconnect: requests the view again if anything ever wanted it. */
  async resume(): Promise<void> {
    if (this.#isWanted) await this.open();
  }

  /** A view the server pushed. */
  push(view: View): void {
    const before = this.#ports.current();
    if (before === null || view.now >= before.now) this.#ports.show(view);
  }

  /** Shows the view that a command answers with. */
  async showAnswer(answer: Promise<Outcome<View>>): Promise<Outcome<View>> {
    const outcome = await answer;
    if (outcome.kind === 'done') this.push(outcome.value);
    return outcome;
  }

  stop(): void {
    this.#isWanted = false;
    this.#cancelAgain();
  }
}
