import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import type { Proposal } from '@warmline/routing';
import { AskNext } from '../handover/ask-next';
import { CallSupervisors } from '../routing/call-supervisors';
import { MakeOffer } from '../routing/make-offer';

/** How the matcher asks people: for a handover first, since that visitor is in a talk already; then for the queue. */
@Injectable()
export class Asking {
  constructor(
    private readonly makeOffer: MakeOffer,
    private readonly askNext: AskNext,
    private readonly callSupervisors: CallSupervisors,
  ) {}

  forHandovers(): Promise<void> {
    return this.askNext.round();
  }

  /** Band 1 that nobody has room for. */
  supervisorsFor(conversations: readonly ConversationId[]): Promise<void> {
    return this.callSupervisors.run(conversations);
  }

  /** False when the truth refused. */
  forQueue(proposal: Proposal): Promise<boolean> {
    return this.makeOffer.run(proposal);
  }
}
