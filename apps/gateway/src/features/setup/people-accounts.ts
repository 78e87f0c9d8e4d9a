import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import type { Values } from '@warmline/setup';
import { HashQueue } from '../../session/hash-queue';
import { hashPassword } from '../../session/passwords';
import { readableSecret } from '../../session/readable-secret';
import { principalOf } from '../../session/sessions';
import { SignOut } from '../sign-in';

export type FirstPasswords = readonly {
  readonly signInName: string;
  readonly password: string;
  readonly hash: string;
}[];

const GROUPS = 5;

const nameOf = (row: Values): string => String(row['sign_in_name']);

/** First passwords for people who are added, and the end of the sessions of those who leave. */
@Injectable()
export class PeopleAccounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly signOut: SignOut,
    private readonly queue: HashQueue,
  ) {}

  /**
   * A first password for each new person, shown once to the administrator `by` who adds them. Each hash takes 64 MiB and waits
   * for its turn, so those who sign in during this wait for one hash at most.
   */
  async passwordsFor(by: StaffId, added: readonly Values[]): Promise<FirstPasswords> {
    const made = [];
    for (const row of added) {
      const password = readableSecret(GROUPS);
      const asker = { key: `list of ${by}`, isKnown: true, isPatient: true };
      const hash = await this.queue.run(asker, () => hashPassword(password));
      made.push({ signInName: nameOf(row), password, hash });
    }
    return made;
  }

  beside(row: Values, passwords: FirstPasswords): Readonly<Record<string, unknown>> {
    const found = passwords.find(({ signInName }) => signInName === nameOf(row));
    if (found === undefined) throw new TypeError('a person without a first password');
    return { password_hash: found.hash };
  }

  /** Ends all sessions of people who are not active any more, or whose role has changed. */
  async signOutChanged(before: readonly Values[], after: readonly Values[]): Promise<void> {
    const earlier = new Map(before.map((row) => [nameOf(row), row]));
    const gone = after.filter((row) => {
      const was = earlier.get(nameOf(row));
      return was !== undefined && (row['active'] === false || row['role'] !== was['role']);
    });
    for (const row of gone) await this.signOutEverywhere(nameOf(row));
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
