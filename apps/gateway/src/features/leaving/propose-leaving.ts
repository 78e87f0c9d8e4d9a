import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Leavers } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork } from '@warmline/postgres';
import { SECOND_PERSON_WITHIN } from '@warmline/setup';

/** Who leaves when, and that someone leaves before the time of the service, which a second person agrees to. */
@Injectable()
export class ProposeLeaving {
  constructor(private readonly work: UnitOfWork) {}

  async readLeavers({ service }: StaffPrincipal): Promise<Leavers> {
    const people = await this.work.inTransaction(({ leaving }) => leaving.loadLeavers(service));
    return { people: people.map(({ signInName, leavesAt, isAsked }) => ({ signInName, leavesAt, isAsked })) };
  }

  /** Refuses `not_found` for someone elsewhere, and `not_due` for someone who is active. One that waits already goes on waiting. */
  async propose(person: StaffPrincipal, signInName: string): Promise<Leavers | 'not_found' | 'not_due'> {
    const { service, staff: by } = person;
    const refusal = await this.work.inTransaction(async (stores) => {
      const found = await stores.staff.findBySignInName(signInName.trim().toLowerCase());
      const leaver = found === null ? null : await stores.staff.lock(found.id);
      if (leaver?.serviceId !== service) return 'not_found';
      if (leaver.active) return 'not_due';
      const { id: staff, role, furtherRoles, active } = leaver;
      const earlier = await stores.access.findOpenOf(staff, 'leaving');
      if (earlier !== null) {
        if (earlier.mayPropose && (await stores.now()) < earlier.expiresAt) return null;
        const { id: proposal, by: proposer } = earlier;
        await stores.access.end({
          type: 'access_proposal_ended',
          ...{ service, by: proposer, staff, proposal, endedBy: by },
          because: 'replaced',
        });
      }
      await stores.access.proposeSame(
        { type: 'leaving_proposed', service, by, staff, proposal: randomUUID() },
        { role, furtherRoles, active },
        SECOND_PERSON_WITHIN,
      );
      return null;
    });
    return refusal ?? this.readLeavers(person);
  }
}
