import { Inject, Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { instant, later, type Instant, type StaffId } from '@warmline/kernel';
import { WorkingDayReadModel, type StoredResponder, type Stores } from '@warmline/postgres';
import { beginsBreak, isBreakDue, coolDownOf } from '@warmline/wellbeing';
import { forEachSettled } from '../../core/async/batch';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';
import { RoutingTerms } from '../../staffing/routing-terms';

/** People in one sweep, at most. */
const LOOKED = 200;

type Refusal = 'not_due' | 'break_called' | null;

/** Breaks and cool-downs. What is due begins by itself; a person may ask for more, never for less. */
@Injectable()
export class Breaks {
  constructor(
    private readonly changes: Changes,
    private readonly terms: RoutingTerms,
    private readonly days: WorkingDayReadModel,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Begins the break of everyone whose break is due or wanted, and who is in no conversation. */
  async beginDueBreaks(): Promise<void> {
    await forEachSettled(
      await this.days.loadBetweenConversations(this.service.id, LOOKED),
      async (responder) => {
        if (responder.day.openFor >= this.terms.limits.workBeforeBreak || responder.day.breakWanted)
          await this.beginIfDue(responder.staff);
      },
    );
  }

  /** Now, or after this conversation. */
  async takeBreak({ staff }: StaffPrincipal): Promise<Refusal> {
    await this.decide(staff, async (stores, { service, day }, at) => {
      if (day.onBreakUntil !== null || day.breakWanted) return null;
      await stores.shifts.planBreak({ type: 'break_wanted', service, staff, at });
      return null;
    });
    await this.beginIfDue(staff);
    return null;
  }

  /** Once, and only a break that is due. Refuses `not_due`, and `break_called` where a supervisor called it. */
  delayBreak({ staff }: StaffPrincipal): Promise<Refusal> {
    return this.decide(staff, async (stores, { service, day }, at) => {
      const { limits } = this.terms;
      const isDue = day.openFor >= limits.workBeforeBreak && day.onBreakUntil === null;
      if (!isDue || day.breakDelayedUntil !== null) return 'not_due';
      if (await stores.supervision.isBreakCalled(staff)) return 'break_called';
      const until = later(at, limits.breakDelay);
      await stores.shifts.planBreak({ type: 'break_delayed', service, staff, until, at });
      return null;
    });
  }

  /** Ends a break that was wanted, or withdraws the wish. One that is due is taken: refuses `not_due`. */
  endBreak({ staff }: StaffPrincipal): Promise<Refusal> {
    return this.decide(staff, async (stores, { service, day }, at) => {
      if (day.onBreakUntil === null && !day.breakWanted) return null;
      if (await stores.supervision.isBreakCalled(staff)) return 'break_called';
      if (day.openFor >= this.terms.limits.workBeforeBreak) return 'not_due';
      await stores.shifts.endBreak({ type: 'break_ended', service, staff, at });
      return null;
    });
  }

  /** From 3 minutes to 10, while the cool-down lasts. Refuses `not_due`. */
  extendCoolDown({ staff }: StaffPrincipal): Promise<Refusal> {
    return this.decide(staff, async (stores, { service, day }, at) => {
      if (day.quietExtended) return null;
      if (coolDownOf(day, at, this.terms.limits) === null || day.quietSince === null) return 'not_due';
      await stores.shifts.extendCoolDown({ type: 'rest_extended', service, staff, at });
      return null;
    });
  }

  private async beginIfDue(staff: StaffId): Promise<void> {
    await this.decide(staff, async (stores, { service, day }, at) => {
      const { limits } = this.terms;
      if (!beginsBreak(day, at, limits)) return null;
      const until = later(at, limits.breakFor);
      const why = isBreakDue({ ...day, breakWanted: false }, at, limits) ? 'due' : 'wanted';
      await stores.shifts.beginBreak({ type: 'break_began', service, staff, until, why, at });
      return null;
    });
  }

  private async decide(
    staff: StaffId,
    what: (stores: Stores, responder: StoredResponder, at: Instant) => Promise<Refusal>,
  ): Promise<Refusal> {
    return this.changes.commit(async (stores) => {
      await stores.staff.lock(staff);
      const responder = await stores.shifts.loadResponder(staff, this.terms.timers.quietVisitor);
      return responder === null ? null : what(stores, responder, instant(await stores.now()));
    });
  }
}
