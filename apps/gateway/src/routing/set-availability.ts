import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import type { StaffRow, Stores } from '@warmline/postgres';
import { withdrawOffer } from '@warmline/routing';
import { AnswerHandover } from '../handover/answer-handover';
import { Changes } from '../platform/changes';
import { checkIn, runningShift } from './check-in';
import { lockOffer } from './lock-offer';
import { RoutingTerms } from './routing-terms';

/**
 * What a member of staff chose: to be asked, or not. Stepping away withdraws what they were just being asked. Choosing to
 * be available begins a shift, or the next one when this one is about to end.
 */
@Injectable()
export class SetAvailability {
  constructor(
    private readonly changes: Changes,
    private readonly handovers: AnswerHandover,
    private readonly terms: RoutingTerms,
  ) {}

  async run(person: StaffPrincipal, availability: 'available' | 'away'): Promise<void> {
    await this.changes.commit(async (stores) => {
      if (availability === 'away') await withdrawOpenOffer(stores, person.staff);
      const row = await stores.staff.lock(person.staff);
      if (row !== null) await this.save(stores, row, availability);
    });
    if (availability === 'available') return;
    // What was being offered at that very moment was not there to be withdrawn yet; from now on nothing more is.
    await this.changes.commit((stores) => withdrawOpenOffer(stores, person.staff));
    await this.handovers.stepAside(person.staff);
  }

  private async save(stores: Stores, row: StaffRow, availability: 'available' | 'away'): Promise<void> {
    const at = await stores.now();
    const begun = availability === 'available' ? await this.beginShift(stores, row) : null;
    const shiftEndsAt = begun ?? row.shiftEndsAt;
    if (row.availability === availability && row.shiftEndsAt === shiftEndsAt) return;
    const { serviceId: service, id: staff } = row;
    await stores.staff.setAvailability({
      type: 'availability_changed',
      service,
      staff,
      availability,
      shiftEndsAt,
      at,
    });
  }

  /** The end of the shift that begins now; null when one runs already, or the hours allow none. */
  private async beginShift(stores: Stores, { id }: StaffRow) {
    const responder = await stores.shifts.responder(id, this.terms.timers.quietVisitor);
    const at = await stores.now();
    if (responder === null || runningShift(responder, at) !== null) return null;
    return checkIn(stores, responder, { checkIn: 'yes', takesSurge: false, at, terms: this.terms });
  }
}

/** What they are being asked is asked of somebody else. */
export const withdrawOpenOffer = async (stores: Stores, staff: StaffId): Promise<void> => {
  const open = await stores.offers.findOpenOf(staff);
  const found = open === null ? null : await lockOffer(stores, open);
  if (found === null) return;
  for (const fact of withdrawOffer(found.offer, await stores.now()).events) await stores.offers.close(fact);
};
