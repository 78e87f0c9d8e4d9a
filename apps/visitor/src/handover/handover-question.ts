import { Signal, type ReadableSignal } from '@warmline/client';
import type { VisitorConversation } from '@warmline/contracts';

type Handover = NonNullable<VisitorConversation['handover']>;

export interface HandoverAnswer {
  readonly handoverId: string;
  readonly agrees: boolean;
}

/** What is said about a handover beside the thread. `answered`: given here, and told to the server until it has it. */
export type HandoverShown =
  | { readonly name: 'asked'; readonly from: string; readonly to: string }
  | { readonly name: 'answered'; readonly agrees: boolean; readonly from: string; readonly to: string }
  | { readonly name: 'staying'; readonly from: string };

export interface HandoverQuestionPorts {
  /** Tells the server the answer until it has it; null: there is nothing to tell any more. */
  readonly tell: (answer: HandoverAnswer | null) => void;
}

const isAloneWith = (name: string, { state, handover, responder }: VisitorConversation): boolean =>
  state === 'talking' && handover === null && responder?.name === name;

/** Asks the visitor before someone else writes to them, tells the server the answer, and says what happens. */
export class HandoverQuestion {
  readonly #ports: HandoverQuestionPorts;
  readonly #shown = new Signal<HandoverShown | null>(null);
  #latest: Handover | null = null;
  #answer: HandoverAnswer | null = null;

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
    this.#forgetAnswer();
    const from = before?.from ?? this.#stayingWith;
    if (from === null || !isAloneWith(from, view)) this.#shown.set(null);
    else if (before !== null) this.#shown.set({ name: 'staying', from });
  }

  /** Does nothing unless the question is open. The first answer counts. */
  answer(agrees: boolean): void {
    if (this.#shown.get()?.name !== 'asked' || this.#latest === null) return;
    this.#answer = { handoverId: this.#latest.id, agrees };
    this.#showAsked(this.#latest);
    this.#ports.tell(this.#answer);
  }

  /** The visitor goes on writing, so they have read that they are staying. */
  wrote(): void {
    if (this.#shown.get()?.name === 'staying') this.#shown.set(null);
  }

  get #stayingWith(): string | null {
    const shown = this.#shown.get();
    return shown?.name === 'staying' ? shown.from : null;
  }

  #showAsked({ id, from, to }: Handover): void {
    if (this.#answer?.handoverId !== id) this.#forgetAnswer();
    const answer = this.#answer;
    const shown = this.#shown.get();
    if (answer !== null) this.#shown.set({ name: 'answered', agrees: answer.agrees, from, to });
    else if (shown?.name !== 'asked' || shown.from !== from || shown.to !== to)
      this.#shown.set({ name: 'asked', from, to });
  }

  #forgetAnswer(): void {
    if (this.#answer !== null) this.#ports.tell(null);
    this.#answer = null;
  }
}
