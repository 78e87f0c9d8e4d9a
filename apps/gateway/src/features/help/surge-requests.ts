import { Injectable } from '@nestjs/common';
import { SURGE_AGAIN_AFTER, SURGE_OPEN_FOR, requestSurge } from '@warmline/help';
import type { StaffPrincipal } from '@warmline/identity';
import { HelpChannel } from '@warmline/redis';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { SetAvailability } from '../wellbeing';

/** "Can anyone take one more?", and the answers. No answer breaks a limit, since every offer is checked against them. */
@Injectable()
export class SurgeRequests {
  constructor(
    private readonly changes: Changes,
    private readonly helpChannel: HelpChannel,
    private readonly timers: Timers,
    private readonly availability: SetAvailability,
  ) {}

  /** A request sent twice is one. Refuses `too_fast`. */
  async requestExtra({ service, staff: by }: StaffPrincipal, id: string): Promise<'too_fast' | null> {
    const againAfter = this.timers.scaled(SURGE_AGAIN_AFTER);
    const refusal = await this.changes.commit(async (stores) => {
      const last = await stores.surgeRequests.lockLast(service);
      const decision = requestSurge(last, { id, service, by, at: await stores.now(), againAfter });
      if (!decision.accepted) return 'too_fast';
      for (const fact of decision.events) await stores.surgeRequests.makeRequest(fact);
      return null;
    });
    this.helpChannel.notifyGateways();
    return refusal;
  }

  /** Makes a person who can take more available. Refuses `not_found` when the request is over. */
  async answerRequest(
    person: StaffPrincipal,
    { asked, can }: { readonly asked: string; readonly can: boolean },
  ): Promise<'not_found' | null> {
    const { service, staff } = person;
    const refusal = await this.changes.commit(async (stores) => {
      await stores.staff.lock(staff);
      if (!(await stores.surgeRequests.isOpen(asked, service, this.timers.scaled(SURGE_OPEN_FOR))))
        return 'not_found';
      const at = await stores.now();
      await stores.surgeRequests.saveAnswer({ type: 'everyone_answered', service, asked, staff, can, at });
      return null;
    });
    if (refusal === null && can) await this.availability.setAvailability(person, 'available');
    this.helpChannel.notifyGateways();
    return refusal;
  }
}
