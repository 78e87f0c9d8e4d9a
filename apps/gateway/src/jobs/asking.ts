import { Injectable } from '@nestjs/common';
import type { Proposal } from '@warmline/routing';
import { AskNext } from '../handover/ask-next';
import { MakeOffer } from '../routing/make-offer';

/** How the matcher asks people: for a handover first, since that visitor is in a talk already; then for the queue. */
@Injectable()
export class Asking {
  constructor(
    private readonly makeOffer: MakeOffer,
    private readonly askNext: AskNext,
  ) {}

  forHandovers(): Promise<void> {
    return this.askNext.round();
  }

  /** False when the truth refused. */
  forQueue(proposal: Proposal): Promise<boolean> {
    return this.makeOffer.run(proposal);
  }
}
