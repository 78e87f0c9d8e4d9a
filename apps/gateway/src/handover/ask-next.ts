import { Inject, Injectable } from '@nestjs/common';
import { nextReceiver, offerTo } from '@warmline/handover';
import type { StaffId } from '@warmline/kernel';
import { ConversationViews, isTaken, StoredHandovers, type UnaskedHandover } from '@warmline/postgres';
import { SERVICE, type Service } from '../platform/service-setting';
import { askingRefusal } from '../routing/can-be-asked';
import { Colleagues } from './colleagues';
import { HandoverSteps } from './handover-steps';

/** Looked at in one round, at most; the next round looks at the rest. */
const LOOKED = 50;

/** Asks the next person for every handover that asks nobody: people who talk already come before the queue. */
@Injectable()
export class AskNext {
  constructor(
    private readonly stored: StoredHandovers,
    private readonly views: ConversationViews,
    private readonly candidates: NextCandidates,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async round(): Promise<void> {
    for (const unasked of await this.stored.unasked(this.service.id, LOOKED)) {
      const row = await this.views.find(unasked.conversation);
      if (row !== null) await this.candidates.ask(unasked, row.band);
    }
  }
}

/** Finds and asks one person. */
@Injectable()
export class NextCandidates {
  constructor(
    private readonly steps: HandoverSteps,
    private readonly colleagues: Colleagues,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async ask({ id }: UnaskedHandover, band: 1 | 2 | 3): Promise<void> {
    const free = await this.colleagues.free(this.service.id, band);
    try {
      await this.steps.take(id, async (step) => {
        const { stores, handover, locked, at } = step;
        if (handover.state !== 'proposed' || (await stores.offers.findOpenFor(locked.row.id)) !== null)
          return;
        const { sender, target } = handover;
        const asked = await stores.handovers.askedFor(id);
        const staff: StaffId | null = nextReceiver({ band: locked.row.band, sender, target, asked }, free);
        if (staff === null || (await askingRefusal(stores, { staff, band: locked.row.band, at })) !== null)
          return;
        await this.steps.save(step, offerTo(handover, staff, { at, deadlines: this.steps.deadlines }).events);
      });
    } catch (error) {
      // Somebody else asked them in the same moment; the next round asks another.
      if (!isTaken(error)) throw error;
    }
  }
}
