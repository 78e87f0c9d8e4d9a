import {
  Signal,
  isTemporary,
  retryDelay,
  type Cancel,
  type Clock,
  type Outcome,
  type Random,
  type ReadableSignal,
} from '@warmline/client';
import type { VisitorConversation } from '@warmline/contracts';

type Handover = NonNullable<VisitorConversation['handover']>;

/** What is said about a handover beside the thread. `answered`: given here, and told to the server until it has it. */
export type HandoverShown =
  | { readonly name: 'asked'; readonly from: string; readonly to: string }
  | { readonly name: 'answered'; readonly agrees: boolean; readonly from: string; readonly to: string }
  | { readonly name: 'staying'; readonly from: string };

interface Answer {
  readonly handoverId: string;
  readonly agrees: boolean;
}

export interface HandoverQuestionPorts {
  readonly ask: (answer: Answer) => Promise<Outcome<VisitorConversation>>;
  readonly onView: (view: VisitorConversation) => void;
  readonly clock: Clock;
  readonly random: Random;
}

const isAloneWith = (name: string, { state, handover, responder }: VisitorConversation): boolean =>
  state === 'talking' && handover === null && responder?.name === name;

/** Asks the visitor before someone else writes to them, tells the server the answer, and says what happens. */
export class HandoverQuestion {
  readonly #ports: HandoverQuestionPorts;
  readonly #shown = new Signal<HandoverShown | null>(null);
  #latest: Handover | null = null;
  #answer: Answer | null = null;
  #failures = 0;
  #cancelRetry: Cancel = () => {};

  constructor(ports: HandoverQuestionPorts) {
    this.#ports = ports;
  }

  get shown(): ReadableSignal<HandoverShown | null> {
    return this.#shown;
  }

  /** With each newer view, and with the first after a reload: the server keeps the question. */
  adopt(view: VisitorConversation): void {
    const { handover } = view;
    const before = this.#latest;
    this.#latest = handover;
    if (handover?.state === 'asked') return this.#showAsked(handover);
    this.#cancelRetry();
    this.#answer = null;
    const from = before?.from ?? this.#stayingWith;
    if (from === null || !isAloneWith(from, view)) this.#shown.set(null);
    else if (before !== null) this.#shown.set({ name: 'staying', from });
  }

  /** Does nothing unless the question is open. The first answer counts. */
  answer(agrees: boolean): void {
    if (this.#shown.get()?.name !== 'asked' || this.#latest === null) return;
    this.#answer = { handoverId: this.#latest.id, agrees };
    this.#showAsked(this.#latest);
    this.resume();
  }

  /** The connection is back: an answer given while it was down is told now. */
  resume(): void {
    this.#failures = 0;
    void this.#tell();
  }

  /** The visitor goes on writing, so they have read that they are staying. */
  wrote(): void {
    if (this.#shown.get()?.name === 'staying') this.#shown.set(null);
  }

  stop(): void {
    this.#cancelRetry();
    this.#answer = null;
  }

  get #stayingWith(): string | null {
    const shown = this.#shown.get();
    return shown?.name === 'staying' ? shown.from : null;
  }

  #showAsked({ id, from, to }: Handover): void {
    const answer = this.#answer?.handoverId === id ? this.#answer : null;
    this.#answer = answer;
    const shown = this.#shown.get();
    if (answer !== null) this.#shown.set({ name: 'answered', agrees: answer.agrees, from, to });
    else if (shown?.name !== 'asked' || shown.from !== from || shown.to !== to)
      this.#shown.set({ name: 'asked', from, to });
  }

  async #tell(): Promise<void> {
    this.#cancelRetry();
    const answer = this.#answer;
    if (answer === null) return;
    const outcome = await this.#ports.ask(answer);
    if (this.#answer !== answer) return;
    if (outcome.kind === 'done') return this.#ports.onView(outcome.value);
    // The question was closed, or is not this visitor's: the next view says what is true now.
    if (outcome.kind === 'refused' && !isTemporary(outcome.refusal)) return;
    // Without a connection nothing more is asked: `resume` follows when it is back.
    if (outcome.kind === 'unknown' && outcome.why !== 'timeout') return;
    this.#cancelRetry = this.#ports.clock.after(
      retryDelay(this.#failures, this.#ports.random),
      () => void this.#tell(),
    );
    this.#failures += 1;
  }
}
