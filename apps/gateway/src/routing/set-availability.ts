import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { Stores } from '@warmline/postgres';
import { shiftEnd, withdrawOffer } from '@warmline/routing';
import { AnswerHandover } from '../handover/answer-handover';
import { Changes } from '../platform/changes';
import { lockOffer } from './lock-offer';

/**
 * What a member of staff chose: to be asked, or not. Stepping away withdraws what they were just being asked. Choosing to
 * be available begins a shift, or the next one when this one is about to end.
 */
@Injectable()
export class SetAvailability {
  constructor(
    private readonly changes: Changes,
    private readonly handovers: AnswerHandover,
  ) {}

  async run(person: StaffPrincipal, availability: 'available' | 'away'): Promise<void> {
    await this.changes.commit(async (stores) => {
      if (availability === 'away') await this.withdrawOpenOffer(stores, person);
      const row = await stores.staff.lock(person.staff);
      if (row === null) return;
      const at = await stores.now();
      const shiftEndsAt = availability === 'away' ? row.shiftEndsAt : shiftEnd(row.shiftEndsAt, at);
      if (row.availability === availability && row.shiftEndsAt === shiftEndsAt) return;
      const { service, staff } = person;
      await stores.staff.setAvailability({
        type: 'availability_changed',
        service,
        staff,
        availability,
        shiftEndsAt,
        at,
      });
    });
    if (availability === 'available') return;
    // What was being offered at that very moment was not there to be withdrawn yet; from now on nothing more is.
    await this.changes.commit((stores) => this.withdrawOpenOffer(stores, person));
    await this.handovers.stepAside(person.staff);
  }

  private async withdrawOpenOffer(stores: Stores, { staff }: StaffPrincipal): Promise<void> {
    const open = await stores.offers.findOpenOf(staff);
    const found = open === null ? null : await lockOffer(stores, open);
    if (found === null) return;
    for (const fact of withdrawOffer(found.offer, await stores.now()).events) await stores.offers.close(fact);
  }
}
