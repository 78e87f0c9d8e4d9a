import { Signal } from '@warmline/client';
import type { SilenceAnswer } from '@warmline/vocabulary';

/** Answers whether a silent visitor is there: at once on this page, and told to the server until it has heard it. */
export class SilenceQuestion {
  /** The number of the newest question that this page has answered; 0 before one. */
  readonly answered = new Signal(0);

  constructor(private readonly tell: (seq: number, answer: SilenceAnswer) => void) {}

  answer(seq: number, answer: SilenceAnswer): void {
    this.answered.set(seq);
    this.tell(seq, answer);
  }
}
