import { Injectable } from '@nestjs/common';
import type {
  AccessMatrix,
  AccessProposal,
  AccessWaiting,
  AgreedAccess,
  InviteLink,
} from '@warmline/contracts';
import { actionsOf, type StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { UnitOfWork, type StoredProposal, type Stores } from '@warmline/postgres';
import { SECOND_PERSON_WITHIN, whyNotSecond } from '@warmline/setup';
import { Changes } from '../../index/changes';
import { endAllSessions } from '../../session/sessions';
import { MakeInvites } from '../invites';
import { SignOut } from '../sign-in';

export type AccessRefusal = 'not_found' | 'proposal_over' | 'not_yourself';

const readerOf = ({ by, staff, linkGivers }: StoredProposal, person: StaffId): AccessProposal['reader'] => {
  if (by === person) return 'proposer';
  if (staff !== person && linkGivers.includes(person)) return 'link_giver';
  return staff === person ? 'concerned' : 'second';
};

const accessView = ({ role, furtherRoles, active }: StoredProposal['from']) => ({
  role,
  furtherRoles: [...furtherRoles],
  active,
});

const changeOf = ({ id, kind, signInName, name, from, to, byName: by }: StoredProposal) => ({
  id,
  kind,
  signInName,
  name,
  from: accessView(from),
  to: accessView(to),
  by,
});

/** The second person's part: what waits for them, and their yes or no. */
@Injectable()
export class AgreeAccess {
  constructor(
    private readonly changes: Changes,
    private readonly work: UnitOfWork,
    private readonly signOut: SignOut,
    private readonly invites: MakeInvites,
  ) {}

  /** What waits in their service, the newest first. */
  async readWaiting({ service, staff: person }: StaffPrincipal): Promise<AccessWaiting> {
    return this.work.inTransaction(async (stores) => {
      const [open, now] = [await stores.access.loadOpen(service), await stores.now()];
      const waiting = open.filter((proposal) => whyNotSecond(proposal, person, now) !== 'proposal_over');
      const agreed = await stores.access.loadAgreed(service, SECOND_PERSON_WITHIN);
      return {
        waiting: waiting.map((proposal) => ({
          ...changeOf(proposal),
          proposedAt: proposal.proposedAt,
          expiresAt: proposal.expiresAt,
          reader: readerOf(proposal, person),
        })),
        agreed: agreed.map((proposal) => ({
          ...changeOf(proposal),
          agreedBy: proposal.endedByName ?? '',
          at: proposal.endedAt ?? proposal.proposedAt,
        })),
      };
    });
  }

  /** Everyone who is active, and what their roles allow. */
  async readMatrix({ service }: StaffPrincipal): Promise<AccessMatrix> {
    const people = await this.work.inTransaction((stores) => stores.access.loadRoles(service));
    return {
      people: people.map((person) => ({
        ...person,
        actions: actionsOf([person.role, ...person.furtherRoles]),
      })),
    };
  }

  /** Makes the change, and ends every session of the person. `isConfirmed`: also while they talk with visitors. */
  async agree(
    person: StaffPrincipal,
    id: string,
    isConfirmed: boolean,
  ): Promise<AgreedAccess | AccessRefusal> {
    const { service, staff: agreedBy } = person;
    const agreed = await this.changes.commit(async (stores) => {
      const proposal = await stores.access.lock(id, service);
      if (proposal === null) return 'not_found';
      const why = whyNotSecond(proposal, agreedBy, await stores.now());
      if (why !== null) return why;
      const { staff, signInName } = proposal;
      const people = isConfirmed ? [] : await stores.holdings.findTalking(service, [signInName]);
      if (people.length > 0) return { outcome: 'in_conversation', people } as const;
      const invite = await this.make(stores, proposal, person);
      // With the change itself: a process that ends here leaves nobody signed in.
      return { outcome: 'agreed', invite, ended: await endAllSessions(stores, staff, 'revoked') } as const;
    });
    if (typeof agreed === 'string' || agreed.outcome === 'in_conversation') return agreed;
    for (const ended of agreed.ended) await this.signOut.signOut(ended, 'revoked');
    return { outcome: 'agreed', invite: agreed.invite, ...(await this.readWaiting(person)) };
  }

  /** The invite of someone who is recovered or has not opened their account yet, which is shown to the second person only. */
  private async make(
    stores: Stores,
    { id: proposal, kind, by, staff, signInName, from, to }: StoredProposal,
    person: StaffPrincipal,
  ): Promise<InviteLink | null> {
    const { service, staff: agreedBy } = person;
    const ofBoth = { service, by, staff, proposal, agreedBy };
    if (kind === 'access') {
      await stores.access.agree({ type: 'access_agreed', ...ofBoth, from, to });
      return this.invites.inviteAgreed(stores, person, staff);
    }
    if (kind === 'leaving') {
      await stores.leaving.agree({ type: 'leaving_agreed', ...ofBoth });
      await stores.leaving.reduce({ staff, service });
      return null;
    }
    await stores.access.agreeRecovery({ type: 'recovery_agreed', ...ofBoth });
    return this.invites.invite(stores, person, { id: staff, signInName });
  }

  /** Who proposed it withdraws it; anyone else who could agree declines. */
  async decline(person: StaffPrincipal, id: string): Promise<AccessWaiting | AccessRefusal> {
    const { service, staff: endedBy } = person;
    const refusal = await this.changes.commit<AccessRefusal | null>(async (stores) => {
      const proposal = await stores.access.lock(id, service);
      if (proposal === null) return 'not_found';
      const { by, staff } = proposal;
      const isOwn = by === endedBy;
      const why = whyNotSecond(proposal, endedBy, await stores.now());
      if (why !== null && !(isOwn && why === 'not_yourself')) return why;
      await stores.access.end({
        type: 'access_proposal_ended',
        service,
        by,
        staff,
        proposal: id,
        endedBy,
        because: isOwn ? 'withdrawn' : 'declined',
      });
      return null;
    });
    return refusal ?? this.readWaiting(person);
  }
}
