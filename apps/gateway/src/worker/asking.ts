import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import type { Proposal } from '@warmline/routing';
import { AskNext } from '../features/handover/ask-next';
import { CallSupervisors } from '../features/offers/call-supervisors';
import { MakeOffers } from '../features/offers/make-offers';

/** How the matcher asks people: for a handover first, since that visitor is in a talk already; then for the queue. */
@Injectable()
export class Asking {
  constructor(
    private readonly makeOffers: MakeOffers,
    private readonly askNext: AskNext,
    private readonly callSupervisors: CallSupervisors,
  ) {}

  forHandovers(): Promise<void> {
    return this.askNext.round();
  }

  /** Band 1 that nobody has room for. */
  supervisorsFor(conversations: readonly ConversationId[]): Promise<void> {
    return this.callSupervisors.callSupervisors(conversations);
  }

  /** Answers those that the truth refused. */
  forQueue(proposals: readonly Proposal[]): Promise<Proposal[]> {
    return this.makeOffers.makeOffers(proposals);
  }
}
