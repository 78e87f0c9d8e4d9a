import { Injectable } from '@nestjs/common';
import type { ToldPeople } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { UnitOfWork, type ToldPerson } from '@warmline/postgres';
import { isSameAccess, type Access } from '@warmline/setup';
import { ProposeAccess } from '../access';

/** What they would be by the word of the provider. Null where it gives no role: whether they stay is for people. */
const toldAccess = ({ told }: ToldPerson): Access | null =>
  told === null ? null : { ...told, active: true };

const isOtherwise = (person: ToldPerson): boolean => {
  const to = toldAccess(person);
  return to === null ? !person.isNew : !isSameAccess(person.is, to);
};

/** Where the provider says something else of people than they are here. It changes nothing by itself: one proposes it, another agrees. */
@Injectable()
export class ToldRoles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly proposals: ProposeAccess,
  ) {}

  async readPeople({ service }: StaffPrincipal): Promise<ToldPeople> {
    const people = await this.work.inTransaction(({ providerIdentities }) =>
      providerIdentities.loadTold(service),
    );
    return {
      people: people.filter(isOtherwise).map(({ staff: id, is, told, ...person }) => ({
        id,
        ...person,
        is: { ...is, furtherRoles: [...is.furtherRoles] },
        told: told === null ? null : { role: told.role, furtherRoles: [...told.furtherRoles] },
      })),
    };
  }

  /** Refuses `not_found` for someone of whom nothing was said here, and `not_due` where it gives no role or the one they have. */
  async propose(person: StaffPrincipal, staff: StaffId): Promise<ToldPeople | 'not_found' | 'not_due'> {
    const refusal = await this.work.inTransaction(async (stores) => {
      const told = await stores.providerIdentities.lockTold(person.service, staff);
      if (told === null) return 'not_found';
      const to = toldAccess(told);
      if (to === null || isSameAccess(told.is, to)) return 'not_due';
      const wanted = [{ signInName: told.signInName, from: told.is, to }];
      await this.proposals.propose(stores, person, { wanted, save: null });
      return null;
    });
    return refusal ?? this.readPeople(person);
  }
}
