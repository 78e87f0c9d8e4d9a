import { Inject, Injectable } from '@nestjs/common';
import { nextReceiver, offerTo } from '@warmline/handover';
import type { StaffId } from '@warmline/kernel';
import { isTaken, type UnaskedHandover } from '@warmline/postgres';
import { SERVICE, type Service } from '../platform/service-setting';
import { askingRefusal } from '../routing/can-be-asked';
import { Colleagues } from './colleagues';
import { HandoverSteps } from './handover-steps';

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
