import { Inject, Injectable } from '@nestjs/common';
import type { Account, CodeProof, NewPasskeyShown } from '@warmline/contracts';
import { SESSION_WRONG_CODES } from '@warmline/identity';
import type { SessionId, StaffId } from '@warmline/kernel';
import { UnitOfWork, type StaffRow, type Stores } from '@warmline/postgres';
import { CONFIG, type Config } from '../../core/config';
import { Authenticators } from './authenticators';
import { CodeTries } from './code-tries';
import { Passkeys, type ReadPasskey } from './passkeys';
import { makeRecoveryCodes, useRecoveryCode } from './recovery-codes';

/** What people show beside their password. Wrong codes slow later ones of the same person and never refuse them. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tries: CodeTries,
    private readonly authenticators: Authenticators,
    private readonly passkeys: Passkeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** False in the demo, whose passwords are published. */
  get isAsked(): boolean {
    return this.config.WARMLINE_DEMO !== '1';
  }

  async hasFactor(staff: StaffId): Promise<boolean> {
    return this.work.inTransaction((stores) => stores.factors.hasFactor(staff));
  }

  async readFactors(staff: StaffId): Promise<Account['factors']> {
    return this.work.inTransaction(async (stores) => {
      const found = await stores.factors.findAuthenticator(staff);
      return {
        isAsked: this.isAsked,
        authenticator: found === null ? null : { addedAt: found.addedAt },
        passkeys: (await stores.passkeys.loadPasskeys(staff)).map(
          ({ credentialId, label, addedAt, usedAt }) => ({
            id: credentialId,
            label,
            addedAt,
            usedAt,
          }),
        ),
        recoveryCodesLeft: await stores.factors.countRecoveryCodes(staff),
      };
    });
  }

  /** Uses the code up. Null where it is wrong, was used, or there is none. Rejects with Busy when too many wait. */
  async prove(row: StaffRow, { by, code }: CodeProof, signal: AbortSignal): Promise<CodeProof['by'] | null> {
    const compare = (stores: Stores): Promise<boolean> =>
      by === 'authenticator'
        ? this.authenticators.prove(stores, row, code)
        : useRecoveryCode(stores, row, code);
    return (await this.tries.isRight({ staff: row.id, signal, compare })) ? by : null;
  }

  /** Counts a wrong code in this session: whether it is one too many, so that the session must end. */
  async isOneTooMany(session: SessionId): Promise<boolean> {
    const wrong = await this.work.inTransaction(({ codeTries }) => codeTries.countInSession(session));
    return wrong >= SESSION_WRONG_CODES;
  }

  /**
   * Puts the authenticator that was begun in the place of any other. Answers new recovery codes where none was left, or where
   * `isFirst`; null where the code is wrong.
   */
  async finishEnrolment(
    row: StaffRow,
    code: string,
    { isFirst, within }: { readonly isFirst: boolean; readonly within?: Stores },
  ): Promise<{ readonly recoveryCodes: string[] | null } | null> {
    const enrol = async (stores: Stores) => {
      await stores.staff.lock(row.id);
      if (isFirst && (await stores.factors.hasFactor(row.id))) return null;
      if (!(await this.authenticators.finishEnrolment(stores, row, code))) return null;
      return this.codesBeside(stores, row, isFirst);
    };
    return within === undefined ? this.work.inTransaction(enrol) : enrol(within);
  }

  /** As `finishEnrolment`, with a passkey beside those that are there. */
  async addPasskey(
    row: StaffRow,
    shown: NewPasskeyShown,
  ): Promise<{ readonly recoveryCodes: string[] | null } | null> {
    const passkey = await this.passkeys.readNew(row, shown);
    if (passkey === null) return null;
    return this.work.inTransaction((stores) => this.keepPasskey(stores, row, { passkey, isFirst: false }));
  }

  /** In the transaction of `stores`. Null, and nothing is written, where it is known already. */
  async keepPasskey(
    stores: Stores,
    row: StaffRow,
    { passkey, isFirst }: { readonly passkey: ReadPasskey; readonly isFirst: boolean },
  ): Promise<{ readonly recoveryCodes: string[] | null } | null> {
    await stores.staff.lock(row.id);
    if (isFirst && (await stores.factors.hasFactor(row.id))) return null;
    if ((await stores.passkeys.lock(passkey.credentialId)) !== null) return null;
    if (!(await this.passkeys.add(stores, row, passkey))) return null;
    return this.codesBeside(stores, row, isFirst);
  }

  /** Outside the demo the last second factor stays: with the password alone anyone could set up another. Twice is once. */
  async removePasskey(
    { id: staff, serviceId: service }: StaffRow,
    credentialId: string,
  ): Promise<'last_factor' | null> {
    return this.work.inTransaction(async (stores) => {
      await stores.staff.lock(staff);
      const kept = (await stores.passkeys.loadPasskeys(staff)).filter(
        (one) => one.credentialId !== credentialId,
      );
      const hasOther = kept.length > 0 || (await stores.factors.findAuthenticator(staff)) !== null;
      if (this.isAsked && !hasOther) return 'last_factor';
      await stores.passkeys.remove({ type: 'passkey_removed', service, staff }, credentialId);
      return null;
    });
  }

  private async codesBeside(
    stores: Stores,
    row: StaffRow,
    isFirst: boolean,
  ): Promise<{ readonly recoveryCodes: string[] | null }> {
    const left = await stores.factors.countRecoveryCodes(row.id);
    return { recoveryCodes: left === 0 || isFirst ? await makeRecoveryCodes(stores, row) : null };
  }

  async renewRecoveryCodes(row: StaffRow): Promise<string[]> {
    return this.work.inTransaction(async (stores) => {
      await stores.staff.lock(row.id);
      return makeRecoveryCodes(stores, row);
    });
  }
}
