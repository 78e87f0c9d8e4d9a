import { Injectable } from '@nestjs/common';
import type { CodeProof, Renewal } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { UnitOfWork, type StaffRow } from '@warmline/postgres';
import { OwnPassword } from '../../session/own-password';
import { SecondFactors } from '../factors';
import type { Browser, SignedIn } from './accounts';
import { Entrance } from './entrance';

/**
 * Someone who is signed in proves again who they are, and their session goes on under a new id and a new secret. In the demo the
 * password is enough; elsewhere it is not.
 */
@Injectable()
export class RenewProof {
  constructor(
    private readonly factors: SecondFactors,
    private readonly ownPassword: OwnPassword,
    private readonly entrance: Entrance,
    private readonly work: UnitOfWork,
  ) {}

  async renew(person: StaffPrincipal, renewal: Renewal, browser: Browser): Promise<SignedIn | 'wrong_code'> {
    const row = await this.work.inTransaction((stores) => stores.staff.findStaff(person.staff));
    if (row === null) return 'wrong_code';
    const renewed =
      renewal.by === 'password'
        ? await this.renewByPassword(row, renewal.password, browser)
        : await this.renewByCode(row, renewal, browser);
    return renewed ?? 'wrong_code';
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
