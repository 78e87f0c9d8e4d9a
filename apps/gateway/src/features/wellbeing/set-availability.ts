import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import type { StaffRow, Stores } from '@warmline/postgres';
import { withdrawOffer } from '@warmline/routing';
import { Changes } from '../../index/changes';
import { lockOffer } from '../../staffing/lock-offer';
import { AnswerHandover } from '../handover';

/**
 * Whether a person gets offers. Stepping away withdraws an open one. A person gets none before they have checked in for a
 * shift, and no one else can check in for them.
 */
@Injectable()
export class SetAvailability {
  constructor(
    private readonly changes: Changes,
    private readonly handovers: AnswerHandover,
  ) {}

  async setAvailability(person: StaffPrincipal, availability: 'available' | 'away'): Promise<void> {
    await this.changes.commit(async (stores) => {
      if (availability === 'away') await withdrawOpenOffer(stores, person.staff);
      const row = await stores.staff.lock(person.staff);
      if (row !== null) await this.save(stores, row, availability);
    });
    if (availability === 'away') await this.refuseWhatCame(person);
  }

  /**
   * The person goes: `finish` ends their session or shift in the transaction that makes them away. Refuses `danger_held` while
   * they hold a conversation in danger (SAF2), as it is under the lock that a new holding needs too; then nothing ends.
   */
  async leave(
    person: StaffPrincipal,
    finish: (stores: Stores) => Promise<void>,
  ): Promise<'danger_held' | null> {
    const refusal = await this.changes.commit(async (stores) => {
      // Who may not go keeps the offer they have.
      if (await stores.holdings.holdsDanger(person.staff)) return 'danger_held';
      await withdrawOpenOffer(stores, person.staff);
      const row = await stores.staff.lock(person.staff);
      if (await stores.holdings.holdsDanger(person.staff)) return 'danger_held';
      if (row !== null) await this.save(stores, row, 'away');
      await finish(stores);
      return null;
    });
    if (refusal === null) await this.refuseWhatCame(person);
    return refusal;
  }

  private async refuseWhatCame(person: StaffPrincipal): Promise<void> {
    // An offer of that very moment could not be withdrawn yet. From now on there are no more.
    await this.changes.commit((stores) => withdrawOpenOffer(stores, person.staff));
    await this.handovers.declineOnLeaving(person.staff);
  }

  private async save(stores: Stores, row: StaffRow, availability: 'available' | 'away'): Promise<void> {
    const at = await stores.now();
    if (row.availability === availability) return;
    const { serviceId: service, id: staff, shiftEndsAt } = row;
    await stores.staff.setAvailability({
      type: 'availability_changed',
      service,
      staff,
      availability,
      shiftEndsAt,
      at,
    });
  }
}

/** Their open offer goes to another person. */
export const withdrawOpenOffer = async (stores: Stores, staff: StaffId): Promise<void> => {
  const open = await stores.offers.findOpenOf(staff);
  const found = open === null ? null : await lockOffer(stores, open);
  if (found === null) return;
  for (const fact of withdrawOffer(found.offer, await stores.now()).events) await stores.offers.close(fact);
};
