import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { Instant, StaffId } from '@warmline/kernel';
import type { StaffRow, Stores } from '@warmline/postgres';
import { HelpBell } from '@warmline/redis';
import { Changes } from '../platform/changes';
import { nothing, refused } from '../platform/reply';
import { SetAvailability, withdrawOpenOffer } from '../routing/set-availability';

type Done = Reply<Record<string, never>>;

/** What a supervisor decides about a colleague: how much they may hold, a break, the end of their shift. */
@Injectable()
export class CareForPerson {
  constructor(
    private readonly changes: Changes,
    private readonly availability: SetAvailability,
    private readonly bell: HelpBell,
  ) {}

  /** What they hold stays theirs. Refuses `not_found`. */
  setCapacity({ staff: by, service }: StaffPrincipal, staff: StaffId, capacity: 1 | 2 | 3): Promise<Done> {
    return this.about(service, staff, async (stores, row, at) => {
      if (row.capacity === capacity) return;
      await stores.supervision.setCapacity({ type: 'capacity_set', service, staff, by, capacity, at });
    });
  }

  /** Nothing more is offered; it begins once they talk with nobody. Refuses `not_found`. */
  async callBreak({ staff: by, service }: StaffPrincipal, staff: StaffId): Promise<Done> {
    return this.about(service, staff, async (stores, _row, at) => {
      await withdrawOpenOffer(stores, staff);
      await stores.supervision.callBreak({ type: 'break_called', service, staff, by, at });
    });
  }

  /** Twice is once. Refuses `not_found`. */
  async closeShift(person: StaffPrincipal, staff: StaffId): Promise<Done> {
    const { service, staff: by } = person;
    const closed = await this.about(service, staff, async (stores, row, at) => {
      if (row.availability === 'away' && (row.shiftEndsAt ?? 0) <= at) return;
      await stores.supervision.closeShift({ type: 'shift_closed', service, staff, by, at });
    });
    if (closed.ok) await this.availability.run({ ...person, staff }, 'away');
    return closed;
  }

  private async about(
    service: StaffPrincipal['service'],
    staff: StaffId,
    what: (stores: Stores, row: StaffRow, at: Instant) => Promise<void>,
  ): Promise<Done> {
    const done = await this.changes.commit(async (stores): Promise<Done> => {
      const row = await stores.staff.lock(staff);
      if (row?.serviceId !== service) return refused('not_found');
      await what(stores, row, await stores.now());
      return nothing;
    });
    // They are told whose word it was.
    this.bell.ring();
    return done;
  }
}
