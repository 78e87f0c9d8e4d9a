import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import { NO_PASSWORD, UnitOfWork, type StaffRow, type Stores } from '@warmline/postgres';
import { SECOND_PERSON_WITHIN } from '@warmline/setup';

/** Why nobody is recovered: no such account here, not one's own, or one that one person alone can make a link for. */
export type RecoveryRefusal = 'not_found' | 'not_yourself' | 'not_due';

/** Whether a new link is one administrator's. Where two decided only who agreed could make it, and they may have left. */
const isOneWord = async (
  stores: Stores,
  { id, passwordHash }: Pick<StaffRow, 'id' | 'passwordHash'>,
): Promise<boolean> => passwordHash === NO_PASSWORD && (await stores.access.findLastAgreed(id)) === null;

/** For someone who has lost their password, or every second factor: two others together give them a new invite. */
@Injectable()
export class ProposeRecovery {
  constructor(private readonly work: UnitOfWork) {}

  /** Null when it waits for a second person. One that waits already goes on waiting. */
  async propose({ service, staff: by }: StaffPrincipal, signInName: string): Promise<RecoveryRefusal | null> {
    return this.work.inTransaction(async (stores) => {
      const found = await stores.staff.findBySignInName(signInName.trim().toLowerCase());
      const person = found === null ? null : await stores.staff.lock(found.id);
      if (person?.active !== true || person.serviceId !== service) return 'not_found';
      if (person.id === by) return 'not_yourself';
      if (await isOneWord(stores, person)) return 'not_due';
      const { id: staff, role, furtherRoles, active } = person;
      const earlier = await stores.access.findOpenOf(staff, 'recovery');
      if (earlier !== null) {
        if (earlier.mayPropose && (await stores.now()) < earlier.expiresAt) return null;
        const { id: proposal } = earlier;
        await stores.access.end({
          type: 'access_proposal_ended',
          service,
          by: earlier.by,
          staff,
          proposal,
          endedBy: by,
          because: 'replaced',
        });
      }
      await stores.access.proposeSame(
        { type: 'recovery_proposed', service, by, staff, proposal: randomUUID() },
        { role, furtherRoles, active },
        SECOND_PERSON_WITHIN,
      );
      return null;
    });
  }
}
