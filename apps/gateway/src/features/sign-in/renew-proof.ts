import { Injectable } from '@nestjs/common';
import type { CodeProof, PasskeyProof, Renewal } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork, type StaffRow } from '@warmline/postgres';
import { OwnPassword } from '../../session/own-password';
import { Passkeys, SecondFactors } from '../factors';
import type { Browser, SignedIn } from './accounts';
import { Entrance } from './entrance';
import { SignOut } from './sign-out';

export type RenewalRefusal = 'wrong_code' | 'not_signed_in';

/**
 * Someone who is signed in proves again who they are, and their session goes on under a new id and a new secret. In the demo the
 * password is enough; elsewhere it is not.
 */
@Injectable()
export class RenewProof {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly ownPassword: OwnPassword,
    private readonly entrance: Entrance,
    private readonly work: UnitOfWork,
    private readonly signOut: SignOut,
  ) {}

  /** `not_signed_in`: this wrong code was one too many, and the session has ended. */
  async renew(
    person: StaffPrincipal,
    renewal: Renewal,
    browser: Browser,
  ): Promise<SignedIn | RenewalRefusal> {
    const row = await this.work.inTransaction((stores) => stores.staff.findStaff(person.staff));
    if (row === null) return 'wrong_code';
    const renewed = await this.renewed(row, renewal, browser);
    if (renewed !== null) return renewed;
    const isCode = renewal.by === 'authenticator' || renewal.by === 'recovery_code';
    if (!isCode || !(await this.factors.isOneTooMany(person.session))) return 'wrong_code';
    await this.signOut.endOver(person, 'wrong_codes');
    return 'not_signed_in';
  }

  private renewed(row: StaffRow, renewal: Renewal, browser: Browser): Promise<SignedIn | null> {
    if (renewal.by === 'password') return this.renewByPassword(row, renewal.password, browser);
    return renewal.by === 'passkey'
      ? this.renewByPasskey(row, renewal, browser)
      : this.renewByCode(row, renewal, browser);
  }

  private async renewByPasskey(
    row: StaffRow,
    proof: PasskeyProof,
    browser: Browser,
  ): Promise<SignedIn | null> {
    const found = await this.passkeys.findPerson(proof);
    return found?.id === row.id ? this.entrance.afterProof(row, 'passkey', browser) : null;
  }

  private async renewByPassword(row: StaffRow, password: string, browser: Browser): Promise<SignedIn | null> {
    if (this.factors.isAsked) return null;
    const isRight = await this.ownPassword.isRight(row, password, browser.signal);
    const entered = isRight ? await this.entrance.afterPassword(row, browser) : null;
    return entered === null || 'half' in entered ? null : entered;
  }

  private async renewByCode(row: StaffRow, code: CodeProof, browser: Browser): Promise<SignedIn | null> {
    const proof = await this.factors.prove(row, code, browser.signal);
    return proof === null ? null : this.entrance.afterProof(row, proof, browser);
  }
}
