import { Injectable } from '@nestjs/common';
import type {
  Account,
  AccountWithCodes,
  AuthenticatorDraft,
  NewPasskeyShown,
  PasskeyQuestion,
} from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork, type StaffRow } from '@warmline/postgres';
import { Sessions } from '../../session/sessions';
import { Authenticators, Passkeys, SecondFactors } from '../factors';
import { MyAccount } from './my-account';

/** Someone's own second factors. Every change asks for a fresh proof: a console that was left open gives nobody a factor. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly sessions: Sessions,
    private readonly work: UnitOfWork,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
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

  async askForPasskey(person: StaffPrincipal): Promise<PasskeyQuestion | 'proof_old'> {
    const row = await this.freshRow(person);
    return row === null ? 'proof_old' : this.passkeys.askForNew(row);
  }

  async addPasskey(
    person: StaffPrincipal,
    shown: NewPasskeyShown,
  ): Promise<AccountWithCodes | 'proof_old' | 'wrong_code'> {
    const row = await this.freshRow(person);
    if (row === null) return 'proof_old';
    const added = await this.factors.addPasskey(row, shown);
    if (added === null) return 'wrong_code';
    return { account: await this.account.readAccount(person), recoveryCodes: added.recoveryCodes };
  }

  async removePasskey(person: StaffPrincipal, id: string): Promise<Account | 'proof_old' | 'last_factor'> {
    const row = await this.freshRow(person);
    if (row === null) return 'proof_old';
    return (await this.factors.removePasskey(row, id)) ?? this.account.readAccount(person);
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
