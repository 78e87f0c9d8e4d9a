import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { CheckedOut } from '@warmline/postgres';
import { Changes } from '../../index/changes';
import { RoutingTerms } from '../../staffing/routing-terms';
import { checkIn, type CheckingIn, type NoShift } from './check-in';
import { SetAvailability } from './set-availability';

/** How a shift begins and ends. */
@Injectable()
export class Shifts {
  constructor(
    private readonly changes: Changes,
    private readonly terms: RoutingTerms,
    private readonly availability: SetAvailability,
  ) {}

  /** Unless the answer is "not today", the person is available from now on. Refuses `hours_over`, `too_early`. */
  async checkIn(person: StaffPrincipal, answer: CheckingIn): Promise<NoShift | null> {
    const refusal = await this.changes.commit(async (stores) => {
      await stores.staff.lock(person.staff);
      const responder = await stores.shifts.loadResponder(person.staff, this.terms.timers.quietVisitor);
      if (responder === null) return 'hours_over';
      return checkIn(stores, responder, { ...answer, at: await stores.now(), terms: this.terms });
    });
    if (refusal !== null) return refusal;
    await this.availability.setAvailability(person, answer.checkIn === 'not_today' ? 'away' : 'available');
    return null;
  }

  /** The person would like to speak with a supervisor. Repeating it changes nothing. */
  async wantContact({ service, staff }: StaffPrincipal): Promise<void> {
    await this.changes.commit(async (stores) => {
      await stores.staff.lock(staff);
      await stores.shifts.wantContact({ type: 'contact_wanted', service, staff, at: await stores.now() });
    });
  }

  /**
   * The person is away afterwards, and keeps their current conversations. Repeating it changes nothing. Refuses `danger_held`
   * while they hold a conversation in danger (SAF2).
   */
  async checkOut(person: StaffPrincipal, said: CheckedOut): Promise<'danger_held' | null> {
    return this.availability.leave(person, async (stores) => {
      const shift = await stores.shifts.findOpenShift(person.staff);
      if (shift === null) return;
      const { service, staff } = person;
      const at = await stores.now();
      await stores.shifts.checkOut({ type: 'checked_out', service, staff, shift, at }, said);
      if (said.review?.wantsContact === true)
        await stores.shifts.wantContact({ type: 'contact_wanted', service, staff, at });
    });
  }
}
