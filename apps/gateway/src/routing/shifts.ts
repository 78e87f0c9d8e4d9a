import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { CheckedOut } from '@warmline/postgres';
import { Changes } from '../platform/changes';
import { checkIn, type CheckingIn } from './check-in';
import { RoutingTerms } from './routing-terms';
import { SetAvailability } from './set-availability';

/** How a shift begins and ends. */
@Injectable()
export class Shifts {
  constructor(
    private readonly changes: Changes,
    private readonly terms: RoutingTerms,
    private readonly availability: SetAvailability,
  ) {}

  /** Whoever says yes is available from now on. Refuses `hours_over`. */
  async begin(person: StaffPrincipal, answer: CheckingIn): Promise<'hours_over' | null> {
    const began = await this.changes.commit(async (stores) => {
      await stores.staff.lock(person.staff);
      const responder = await stores.shifts.responder(person.staff, this.terms.timers.quietVisitor);
      if (responder === null) return null;
      return checkIn(stores, responder, { ...answer, at: await stores.now(), terms: this.terms });
    });
    if (began === null) return 'hours_over';
    await this.availability.run(person, answer.checkIn === 'not_today' ? 'away' : 'available');
    return null;
  }

  /** Twice is once. Whoever checks out is away; what they still hold stays theirs. */
  async end(person: StaffPrincipal, said: CheckedOut): Promise<void> {
    await this.availability.run(person, 'away');
    await this.changes.commit(async (stores) => {
      await stores.staff.lock(person.staff);
      const shift = await stores.shifts.openOf(person.staff);
      if (shift === null) return;
      const { service, staff } = person;
      await stores.shifts.checkOut(
        { type: 'checked_out', service, staff, shift, at: await stores.now() },
        said,
      );
    });
  }
}
