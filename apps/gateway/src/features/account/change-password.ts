import { Injectable } from '@nestjs/common';
import type { PasswordChange } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork } from '@warmline/postgres';
import type { PasswordFlaw } from '@warmline/vocabulary';
import { chosenPasswordFlaw } from '../../session/chosen-password';
import { HashQueue } from '../../session/hash-queue';
import { OwnPassword } from '../../session/own-password';
import { hashPassword } from '../../session/passwords';
import { MyAccount } from './my-account';

/**
 * A new password in place of the one the person knows. A session alone does not change it: someone at a console that was left
 * open has to know the old one. Wrong tries slow later ones, as at sign-in.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly queue: HashQueue,
    private readonly ownPassword: OwnPassword,
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
    const flaw = await chosenPasswordFlaw(next, [row.name, row.signInName]);
    if (flaw !== null) return flaw;
    const before = row.passwordHash;
    if (!(await this.ownPassword.isRight(row, current, signal))) return 'wrong_sign_in';
    const asker = { key: `password of ${person.staff}`, isKnown: true, signal };
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
