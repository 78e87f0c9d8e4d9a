import { Injectable } from '@nestjs/common';
import type { PasswordChange } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork } from '@warmline/postgres';
import { passwordFlaw, type PasswordFlaw } from '@warmline/vocabulary';
import { HashQueue } from '../../session/hash-queue';
import { hashPassword, Passwords } from '../../session/passwords';
import { SignInDelays } from '../../session/sign-in-delays';
import { MyAccount } from './my-account';

/**
 * A new password in place of the one the person knows. A session alone does not change it: someone at a console that was left
 * open has to know the old one. Wrong tries slow later ones, as at sign-in.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly queue: HashQueue,
    private readonly delays: SignInDelays,
    private readonly passwords: Passwords,
    private readonly work: UnitOfWork,
    private readonly account: MyAccount,
  ) {}

  /** Null when it is changed; then every other session of the person has ended. Rejects with Busy when too many are hashing. */
  async changePassword(
    person: StaffPrincipal,
    { current, next }: PasswordChange,
    signal: AbortSignal,
  ): Promise<'wrong_sign_in' | PasswordFlaw | null> {
    const row = await this.work.inTransaction((stores) => stores.staff.findStaff(person.staff));
    if (row === null) return 'wrong_sign_in';
    const flaw = passwordFlaw(next, [row.name, row.signInName]);
    if (flaw !== null) return flaw;
    const key = this.delays.keyOf('password', person.staff);
    await this.delays.wait(key, signal);
    const asker = { key, isKnown: true, signal };
    const before = row.passwordHash;
    const isRight = await this.queue.run(asker, () => this.passwords.matches(before, current));
    if (!isRight) {
      this.delays.recordFailure(key);
      return 'wrong_sign_in';
    }
    this.delays.recordSuccess(key);
    const hash = await this.queue.run(asker, () => hashPassword(next));
    const { service, staff } = person;
    const isChanged = await this.work.inTransaction((stores) =>
      stores.accounts.setPassword({ type: 'password_changed', service, staff }, { before, hash }),
    );
    if (!isChanged) return 'wrong_sign_in';
    await this.account.endOthers(person);
    return null;
  }
}
