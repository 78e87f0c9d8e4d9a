import { Injectable } from '@nestjs/common';
import type { InviteLink } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork, type Stores } from '@warmline/postgres';
import type { PersonsChange, Values } from '@warmline/setup';
import { principalOf, Sessions } from '../../session/sessions';
import { MakeInvites } from '../invites';
import { SignOut } from '../sign-in';

const nameOf = (row: Values): string => String(row['sign_in_name']);

/** Sign-in names of people who are not active any more, or whose role has changed. */
export const signedOutBy = (before: readonly Values[], after: readonly Values[]): string[] => {
  const earlier = new Map(before.map((row) => [nameOf(row), row]));
  return after.flatMap((row) => {
    const was = earlier.get(nameOf(row));
    const isOut = was !== undefined && (row['active'] === false || row['role'] !== was['role']);
    return isOut ? nameOf(row) : [];
  });
};

/** Invites for people who are added, and the end of the sessions of those who leave. */
@Injectable()
export class PeopleAccounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly signOut: SignOut,
    private readonly invites: MakeInvites,
    private readonly sessions: Sessions,
  ) {}

  /** Whether this person may save these changes now: roles and accounts ask for a fresh proof. */
  async mayChange(person: StaffPrincipal, changes: readonly PersonsChange[]): Promise<boolean> {
    const asksForProof = changes.some(({ change }) => change.what === 'role' || change.what === 'active');
    return !asksForProof || this.sessions.mayChangeAccess(person);
  }

  /** An invite for each new person, shown once to the administrator who adds them. In the transaction of `stores`. */
  async inviteAdded(stores: Stores, by: StaffPrincipal, added: readonly Values[]): Promise<InviteLink[]> {
    const links = [];
    for (const row of added) {
      const person = await stores.staff.findBySignInName(nameOf(row));
      if (person === null) throw new TypeError('a person who was added and is not there');
      links.push(await this.invites.invite(stores, by, person));
    }
    return links;
  }

  /** Ends all sessions of people who are not active any more, or whose role has changed. */
  async signOutChanged(before: readonly Values[], after: readonly Values[]): Promise<void> {
    for (const name of signedOutBy(before, after)) await this.signOutEverywhere(name);
  }

  private async signOutEverywhere(signInName: string): Promise<void> {
    for (const person of await this.sessionsOf(signInName)) await this.signOut.signOut(person, 'revoked');
  }

  private async sessionsOf(signInName: string): Promise<StaffPrincipal[]> {
    return this.work.inTransaction(async (stores) => {
      const row = await stores.staff.findBySignInName(signInName);
      if (row === null) return [];
      const open = await stores.staff.findOpenSessions(row.id);
      return open.map(({ id }) => principalOf(row, id));
    });
  }
}
