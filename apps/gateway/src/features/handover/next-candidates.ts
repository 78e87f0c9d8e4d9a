import { Injectable } from '@nestjs/common';
import { nextReceiver, offerTo } from '@warmline/handover';
import type { StaffId } from '@warmline/kernel';
import { isUniqueViolation, type ConversationRow, type UnaskedHandover } from '@warmline/postgres';
import { askingRefusal } from '../../staffing/asking-refusals';
import { RoutingTerms } from '../../staffing/routing-terms';
import { Colleagues } from './colleagues';
import { HandoverSteps } from './handover-steps';

/** Finds and asks one person. */
@Injectable()
export class NextCandidates {
  constructor(
    private readonly steps: HandoverSteps,
    private readonly colleagues: Colleagues,
    private readonly terms: RoutingTerms,
  ) {}

  async ask({ id }: UnaskedHandover, row: ConversationRow): Promise<void> {
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
      // Somebody else asked them in the same moment; the next round asks another.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
