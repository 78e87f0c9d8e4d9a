import { Inject, Injectable } from '@nestjs/common';
import { nextReceiver, offerTo } from '@warmline/handover';
import type { HandoverId, StaffId } from '@warmline/kernel';
import {
  ConversationReadModel,
  HandoverReadModel,
  isUniqueViolation,
  type ConversationRow,
} from '@warmline/postgres';
import { SERVICE, type Service } from '../../core/service-settings';
import { askingRefusal } from '../../staffing/asking-refusals';
import { RoutingTerms } from '../../staffing/routing-terms';
import { Colleagues } from './colleagues';
import { HandoverSteps } from './handover-steps';

/** Handovers that one match looks at, the oldest first. While no one is free for so many, the queue matters more. */
const HANDOVERS_MAX = 50;

/** Offers every handover without an open offer to the next person. */
@Injectable()
export class HandoverOffers {
  constructor(
    private readonly handovers: HandoverReadModel,
    private readonly conversations: ConversationReadModel,
    private readonly steps: HandoverSteps,
    private readonly colleagues: Colleagues,
    private readonly terms: RoutingTerms,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async offerUnasked(): Promise<void> {
    for (const { id, conversation } of await this.handovers.findUnasked(this.service.id, HANDOVERS_MAX)) {
      const row = await this.conversations.findConversation(conversation);
      if (row !== null) await this.offerToNext(id, row);
    }
  }

  /** Does nothing when no one is free for it, or when it is offered already. */
  async offerToNext(id: HandoverId, row: ConversationRow): Promise<void> {
    const free = await this.colleagues.freeCandidates(row);
    try {
      await this.steps.decideLocked(id, async (step) => {
        const { stores, handover, locked, at } = step;
        if (handover.state !== 'proposed' || (await stores.offers.findOpenFor(locked.row.id)) !== null)
          return;
        const { sender, target } = handover;
        const asked = await stores.handovers.findAsked(id);
        const staff: StaffId | null = nextReceiver({ band: locked.row.band, sender, target, asked }, free);
        const asking = { row: locked.row, at, terms: this.terms };
        if (staff === null || (await askingRefusal(stores, { staff, ...asking })) !== null) return;
        await this.steps.saveEvents(
          step,
          offerTo(handover, staff, { at, deadlines: this.steps.deadlines }).events,
        );
      });
    } catch (error) {
      // This person got another offer in the same moment; the next match offers it to someone else.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
