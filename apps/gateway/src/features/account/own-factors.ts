import { Injectable } from '@nestjs/common';
import type { AccountWithCodes, AuthenticatorDraft } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork, type StaffRow } from '@warmline/postgres';
import { Sessions } from '../../session/sessions';
import { Authenticators, SecondFactors } from '../factors';
import { MyAccount } from './my-account';

/** Someone's own second factors. Every change asks for a fresh proof: a console that was left open gives nobody a factor. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly sessions: Sessions,
    private readonly work: UnitOfWork,
    private readonly authenticators: Authenticators,
    private readonly factors: SecondFactors,
    private readonly account: MyAccount,
  ) {}

  async beginAuthenticator(person: StaffPrincipal): Promise<AuthenticatorDraft | 'proof_old'> {
    const row = await this.freshRow(person);
    return row === null ? 'proof_old' : this.authenticators.beginEnrolment(row);
  }

  async finishAuthenticator(
    person: StaffPrincipal,
    code: string,
  ): Promise<AccountWithCodes | 'proof_old' | 'wrong_code'> {
    const row = await this.freshRow(person);
    if (row === null) return 'proof_old';
    const enrolled = await this.factors.finishEnrolment(row, code, { isFirst: false });
    if (enrolled === null) return 'wrong_code';
    return { account: await this.account.readAccount(person), recoveryCodes: enrolled.recoveryCodes };
  }

  async renewRecoveryCodes(person: StaffPrincipal): Promise<AccountWithCodes | 'proof_old'> {
    const row = await this.freshRow(person);
    if (row === null) return 'proof_old';
    const recoveryCodes = await this.factors.renewRecoveryCodes(row);
    return { account: await this.account.readAccount(person), recoveryCodes };
  }

  /** Null where the proof is too old. */
  private async freshRow(person: StaffPrincipal): Promise<StaffRow | null> {
    if (!(await this.sessions.isProofFresh(person))) return null;
    return this.work.inTransaction((stores) => stores.staff.findStaff(person.staff));
  }
}
