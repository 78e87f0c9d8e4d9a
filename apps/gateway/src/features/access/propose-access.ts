import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { StoredProposal, Stores } from '@warmline/postgres';
import { isSameAccess, SECOND_PERSON_WITHIN, type AccessWanted } from '@warmline/setup';

export interface Proposing {
  readonly wanted: readonly AccessWanted[];
  /** Of the list of people, that proposes this and can be undone. */
  readonly save: string | null;
}

/** Proposes changes of access, for a second person to agree to. */
@Injectable()
export class ProposeAccess {
  /**
   * In the transaction that has locked the list of people. The same change goes on waiting as it was proposed first; another
   * one of the same person takes its place.
   */
  async propose(stores: Stores, by: StaffPrincipal, { wanted, save }: Proposing): Promise<void> {
    for (const one of wanted) await this.proposeOne(stores, by, { ...one, save });
  }

  /** What this save proposed and still waits is withdrawn by who undoes it. As `propose`, in that transaction. */
  async withdraw(stores: Stores, { service, staff: endedBy }: StaffPrincipal, save: string): Promise<void> {
    for (const { id: proposal, by, staff } of await stores.access.loadOpenOf(service, save))
      await stores.access.end({
        type: 'access_proposal_ended',
        ...{ service, by, staff, proposal, endedBy },
        because: 'withdrawn',
      });
  }

  private async proposeOne(
    stores: Stores,
    { service, staff: by }: StaffPrincipal,
    { signInName, from, to, save }: AccessWanted & Pick<Proposing, 'save'>,
  ): Promise<void> {
    const person = await stores.staff.findBySignInName(signInName);
    if (person === null) throw new TypeError('a proposal about a person who is not in the list');
    const { id: staff } = person;
    const earlier = await stores.access.findOpenOf(staff, 'access');
    if (earlier !== null) {
      if (await this.goesOn(stores, earlier, { from, to })) return;
      const { id: proposal, by: proposer } = earlier;
      await stores.access.end({
        type: 'access_proposal_ended',
        service,
        by: proposer,
        staff,
        proposal,
        endedBy: by,
        because: 'replaced',
      });
    }
    const proposal = randomUUID();
    await stores.access.propose(
      { type: 'access_proposed', service, by, staff, proposal, from, to },
      SECOND_PERSON_WITHIN,
      save,
    );
  }

  private async goesOn(
    stores: Stores,
    earlier: StoredProposal,
    { from, to }: Pick<AccessWanted, 'from' | 'to'>,
  ): Promise<boolean> {
    if ((await stores.now()) >= earlier.expiresAt || !earlier.mayPropose) return false;
    return isSameAccess(earlier.from, from) && isSameAccess(earlier.to, to);
  }
}
