import { Injectable } from '@nestjs/common';
import type { InviteLink } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork, type Stores } from '@warmline/postgres';
import {
  changesOf,
  furtherRolesOf,
  holdBack,
  lists,
  type AccessWanted,
  type ListChanges,
  type PersonsChange,
  type Values,
} from '@warmline/setup';
import { Sessions } from '../../session/sessions';
import { ProposeAccess, type Proposing } from '../access';
import { MakeInvites } from '../invites';
import { SignOut } from '../sign-in';

const nameOf = (row: Values): string => String(row['sign_in_name']);

const rolesOf = (row: Values): string => [row['role'], ...furtherRolesOf(row)].join();

/** Sign-in names of people who are not active any more, or whose roles have changed. */
export const signedOutBy = (before: readonly Values[], after: readonly Values[]): string[] => {
  const earlier = new Map(before.map((row) => [nameOf(row), row]));
  return after.flatMap((row) => {
    const was = earlier.get(nameOf(row));
    const isOut = was !== undefined && (row['active'] === false || rolesOf(row) !== rolesOf(was));
    return isOut ? nameOf(row) : [];
  });
};

/** A list of people as one person alone may save it. */
export interface SavedAlone {
  readonly after: readonly Values[];
  readonly changes: ListChanges;
  /** What waits for a second person. */
  readonly wanted: readonly AccessWanted[];
  /** What asks for two people, in a service that has no second administrator. */
  readonly alone: readonly AccessWanted[];
}

/** Invites for people who are added, what a second person agrees to, and the end of the sessions of those who leave. */
@Injectable()
export class PeopleAccounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly signOut: SignOut,
    private readonly invites: MakeInvites,
    private readonly sessions: Sessions,
    private readonly proposals: ProposeAccess,
  ) {}

  /** Those of the names of people who are added that people of other services have. */
  async takenNames(stores: Stores, { service }: StaffPrincipal, added: readonly Values[]): Promise<string[]> {
    return stores.setup.takenElsewhere(service, added.map(nameOf));
  }

  /** Takes out what a second person has to agree to, where the service has a second administrator (ACC3). */
  async holdBack(
    stores: Stores,
    { service, staff }: StaffPrincipal,
    {
      before,
      after,
      changes,
    }: Pick<SavedAlone, 'after' | 'changes'> & { readonly before: readonly Values[] },
  ): Promise<SavedAlone> {
    const held = holdBack(before, after);
    const others =
      held.wanted.length === 0 ? 0 : await stores.access.countOtherAdministrators(service, staff);
    if (others > 0) return { ...held, changes: changesOf(lists.people, before, held.after), alone: [] };
    return { after, changes, wanted: [], alone: held.wanted };
  }

  /** In the transaction of `stores`, once the rest of the list is saved. */
  async propose(
    stores: Stores,
    by: StaffPrincipal,
    { undoes, ...asked }: Proposing & { readonly undoes: string | undefined },
  ): Promise<void> {
    if (undoes !== undefined) await this.proposals.withdraw(stores, by, undoes);
    await this.proposals.propose(stores, by, asked);
  }

  /** Whether this person may save or propose this now: roles, accounts and what a list asks it for need a fresh proof. */
  async mayChange(
    person: StaffPrincipal,
    changes: readonly PersonsChange[],
    { wanted, asksForProof }: Pick<SavedAlone, 'wanted'> & { readonly asksForProof: boolean },
  ): Promise<boolean> {
    const isProofNeeded =
      asksForProof ||
      wanted.length > 0 ||
      changes.some(({ change }) => change.what !== 'skills_given' && change.what !== 'skills_taken');
    return !isProofNeeded || this.sessions.mayChangeAccess(person);
  }

  /** An invite for each new person who is active, shown once to the administrator who adds them. In the transaction of `stores`. */
  async inviteAdded(stores: Stores, by: StaffPrincipal, added: readonly Values[]): Promise<InviteLink[]> {
    const links = [];
    for (const row of added) {
      if (row['active'] !== true) continue;
      const person = await stores.staff.findBySignInName(nameOf(row));
      if (person === null) throw new TypeError('a person who was added and is not there');
      links.push(await this.invites.invite(stores, by, person));
    }
    return links;
  }

  /** Ends all sessions of people who are not active any more, or whose role has changed. */
  async signOutChanged(before: readonly Values[], after: readonly Values[]): Promise<void> {
    for (const name of signedOutBy(before, after)) {
      const person = await this.work.inTransaction((stores) => stores.staff.findBySignInName(name));
      if (person !== null) await this.signOut.signOutEverywhere(person.id);
    }
  }
}
