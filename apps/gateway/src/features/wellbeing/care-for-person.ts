import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { Instant, StaffId } from '@warmline/kernel';
import type { StaffRow, Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import type { MoreHoursReason } from '@warmline/vocabulary';
import { allowMoreHours } from '@warmline/wellbeing';
import { nothing, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { RoutingTerms } from '../../staffing/routing-terms';
import { SetAvailability, withdrawOpenOffer } from './set-availability';

type Done = Reply<Record<string, never>>;

/**
 * A supervisor’s decisions about a colleague: capacity, breaks, the end of a shift and extra weekly hours.
 * It also records that the contact they asked for took place.
 */
@Injectable()
export class CareForPerson {
  constructor(
    private readonly changes: Changes,
    private readonly availability: SetAvailability,
    private readonly helpChannel: HelpChannel,
    private readonly terms: RoutingTerms,
  ) {}

  /** They keep their current conversations. Refuses `not_found`. */
  setCapacity({ staff: by, service }: StaffPrincipal, staff: StaffId, capacity: 1 | 2 | 3): Promise<Done> {
    const whom = { service, staff };
    return this.about(
      whom,
      async (stores, row, at) => {
        if (row.capacity === capacity) return nothing;
        await stores.supervision.setCapacity({ type: 'capacity_set', ...whom, by, capacity, at });
        return nothing;
      },
      (stores) => stores.supervision.lockCapacity(whom),
    );
  }

  /** They get no more offers, and the break begins once they are in no conversation. Refuses `not_found`. */
  async callBreak({ staff: by, service }: StaffPrincipal, staff: StaffId): Promise<Done> {
    return this.about({ service, staff }, async (stores, _row, at) => {
      await withdrawOpenOffer(stores, staff);
      await stores.supervision.callBreak({ type: 'break_called', service, staff, by, at });
      return nothing;
    });
  }

  /** Twice is once. Refuses `not_found`. */
  async closeShift(person: StaffPrincipal, staff: StaffId): Promise<Done> {
    const { service, staff: by } = person;
    const closed = await this.about({ service, staff }, async (stores, row, at) => {
      if (row.availability === 'away' && (row.shiftEndsAt ?? 0) <= at) return nothing;
      await stores.supervision.closeShift({ type: 'shift_closed', service, staff, by, at });
      return nothing;
    });
    if (closed.ok) await this.availability.setAvailability({ ...person, staff }, 'away');
    return closed;
  }

  /** Refuses `not_found`, `not_yourself`, and `hours_over` where there is nothing left that could be allowed. */
  allowHours({ staff: by, service }: StaffPrincipal, staff: StaffId, reason: MoreHoursReason): Promise<Done> {
    return this.about({ service, staff }, async (stores, _row, now) => {
      const responder = await stores.shifts.loadResponder(staff, this.terms.timers.quietVisitor);
      if (responder === null) return refused('not_found');
      const decision = allowMoreHours(responder, { by, reason, service }, { now, limits: this.terms.limits });
      if (!decision.accepted) return refused(decision.refusal);
      for (const fact of decision.events) await stores.supervision.allowHours(fact);
      return nothing;
    });
  }

  /** Repeating it changes nothing. Refuses `not_found`. */
  contacted({ staff: by, service }: StaffPrincipal, staff: StaffId): Promise<Done> {
    return this.about({ service, staff }, async (stores, _row, at) => {
      const responder = await stores.shifts.loadResponder(staff, this.terms.timers.quietVisitor);
      if (responder !== null && responder.contactWantedAt !== null)
        await stores.supervision.noteContact({ type: 'contact_made', service, staff, by, at });
      return nothing;
    });
  }

  /** `lock` comes before the person is locked. */
  private async about(
    whom: Pick<StaffPrincipal, 'service' | 'staff'>,
    what: (stores: Stores, row: StaffRow, at: Instant) => Promise<Done>,
    lock?: (stores: Stores) => Promise<void>,
  ): Promise<Done> {
    const done = await this.changes.commit(async (stores) => {
      await lock?.(stores);
      const row = await stores.staff.lock(whom.staff);
      return row?.serviceId === whom.service ? what(stores, row, await stores.now()) : refused('not_found');
    });
    // They are told whose word it was.
    this.helpChannel.notifyGateways();
    return done;
  }
}
