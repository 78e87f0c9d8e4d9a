import { Injectable } from '@nestjs/common';
import type { MoreHoursReason, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { Instant, StaffId } from '@warmline/kernel';
import type { StoredResponder, Stores } from '@warmline/postgres';
import { allowMoreHours } from '@warmline/routing';
import { Changes } from '../platform/changes';
import { nothing, refused } from '../platform/reply';
import { RoutingTerms } from '../routing/routing-terms';

type Done = Reply<Record<string, never>>;

/** What a colleague needs a supervisor for: more hours than a week has, and a talk. */
@Injectable()
export class LookAfterPerson {
  constructor(
    private readonly changes: Changes,
    private readonly terms: RoutingTerms,
  ) {}

  /** Refuses `not_found`, `not_yourself`, and `hours_over` where there is nothing left that could be allowed. */
  allowHours({ staff: by, service }: StaffPrincipal, staff: StaffId, reason: MoreHoursReason): Promise<Done> {
    return this.about(service, staff, async (stores, responder, now) => {
      const decision = allowMoreHours(responder, { by, reason, service }, { now, limits: this.terms.limits });
      if (!decision.accepted) return refused(decision.refusal);
      for (const fact of decision.events) await stores.supervision.allowHours(fact);
      return nothing;
    });
  }

  /** Ticked off twice is ticked off once. Refuses `not_found`. */
  contacted({ staff: by, service }: StaffPrincipal, staff: StaffId): Promise<Done> {
    return this.about(service, staff, async (stores, { contactWantedAt }, at) => {
      if (contactWantedAt !== null)
        await stores.supervision.noteContact({ type: 'contact_made', service, staff, by, at });
      return nothing;
    });
  }

  private about(
    service: StaffPrincipal['service'],
    staff: StaffId,
    what: (stores: Stores, responder: StoredResponder, at: Instant) => Promise<Done>,
  ): Promise<Done> {
    return this.changes.commit(async (stores) => {
      const row = await stores.staff.lock(staff);
      if (row?.serviceId !== service) return refused('not_found');
      const responder = await stores.shifts.responder(staff, this.terms.timers.quietVisitor);
      return responder === null ? refused('not_found') : what(stores, responder, await stores.now());
    });
  }
}
