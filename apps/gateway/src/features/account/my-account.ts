import { Injectable } from '@nestjs/common';
import type { Account, Names } from '@warmline/contracts';
import { isLive, type StaffPrincipal } from '@warmline/identity';
import type { SessionId } from '@warmline/kernel';
import { SessionReadModel, UnitOfWork } from '@warmline/postgres';
import { Changes } from '../../index/changes';
import { SecondFactors } from '../factors';
import { SignOut } from '../sign-in';
import { IdentityProvider } from '../single-sign-on';

/** Someone's own account: their names, and where they are signed in. */
@Injectable()
export class MyAccount {
  constructor(
    private readonly changes: Changes,
    private readonly work: UnitOfWork,
    private readonly sessions: SessionReadModel,
    private readonly signOut: SignOut,
    private readonly factors: SecondFactors,
    private readonly provider: IdentityProvider,
  ) {}

  async readAccount(person: StaffPrincipal): Promise<Account> {
    const open = await this.openSessions(person);
    const row = await this.work.inTransaction((stores) => stores.staff.findStaff(person.staff));
    if (row === null) throw new TypeError('a session of a person who does not exist');
    const { signInName, role, name, visitorName } = row;
    const listed = open.map(({ id, beganAt, usedAt, device }) => ({
      id,
      beganAt,
      usedAt,
      device,
      isThis: id === person.session,
    }));
    const sessions = [...listed.filter(({ isThis }) => isThis), ...listed.filter(({ isThis }) => !isThis)];
    const factors = await this.factors.readFactors(person.staff);
    const identityProvider = await this.readProvider(person);
    return { signInName, role, name, visitorName, factors, identityProvider, sessions };
  }

  async changeNames(person: StaffPrincipal, names: Names): Promise<Account> {
    const { service, staff } = person;
    const visitorName = names.visitorName === names.name ? null : names.visitorName;
    await this.changes.commit(async (stores) => {
      await stores.accounts.setNames(
        { type: 'names_changed', service, staff },
        { name: names.name, visitorName },
      );
    });
    return this.readAccount(person);
  }

  async nameDevice(person: StaffPrincipal, name: string | null): Promise<Account> {
    await this.work.inTransaction((stores) => stores.accounts.nameDevice(person, name));
    return this.readAccount(person);
  }

  /** Ends another session of theirs; one that is not theirs, or over, is left alone. Twice is once. */
  async endSession(person: StaffPrincipal, session: SessionId): Promise<Account> {
    await this.endThose(person, (id) => id === session);
    return this.readAccount(person);
  }

  async endOthers(person: StaffPrincipal): Promise<Account> {
    await this.endThose(person, () => true);
    return this.readAccount(person);
  }

  /** This session goes on, so nobody loses a conversation by it: what was open elsewhere is open here. */
  private async endThose(person: StaffPrincipal, fits: (id: SessionId) => boolean): Promise<void> {
    const others = (await this.openSessions(person)).filter(({ id }) => id !== person.session && fits(id));
    for (const { id } of others) await this.signOut.endOver({ ...person, session: id }, 'chosen');
  }

  private async readProvider({ staff }: StaffPrincipal): Promise<Account['identityProvider']> {
    const { name, issuer } = this.provider;
    if (name === null || issuer === null) return null;
    const isLinked = await this.work.inTransaction(({ providerIdentities }) =>
      providerIdentities.isLinked(staff, issuer),
    );
    return { name, isLinked };
  }

  private async openSessions({ staff }: StaffPrincipal) {
    const at = await this.work.inTransaction((stores) => stores.now());
    return (await this.sessions.findOpenOf(staff)).filter((session) => isLive(session, at));
  }
}
