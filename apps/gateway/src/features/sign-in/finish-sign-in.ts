import { Injectable } from '@nestjs/common';
import type { AuthenticatorDraft, CodeProof } from '@warmline/contracts';
import type { StaffRow } from '@warmline/postgres';
import { Authenticators, SecondFactors } from '../factors';
import type { Browser, SignedIn } from './accounts';
import { Entrance, type EnteredFirst, type FirstFactor, type ProofShown } from './entrance';
import { HalfSessions } from './half-sessions';

export type CodeRefusal = 'wrong_code' | 'half_session_over';

/** From the half session to the whole one. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly halfSessions: HalfSessions,
    private readonly factors: SecondFactors,
    private readonly authenticators: Authenticators,
    private readonly entrance: Entrance,
  ) {}

  async prove(half: string, code: CodeProof, browser: Browser): Promise<SignedIn | CodeRefusal> {
    const row = await this.halfSessions.findPerson(half, true);
    if (row === null) return 'half_session_over';
    const proof = await this.factors.prove(row, code, browser.signal);
    if (proof === null) return 'wrong_code';
    return this.enter(half, { row, proof }, browser);
  }

  /** For someone who has no second factor: with the password alone nobody replaces one. */
  async beginEnrolment(half: string): Promise<AuthenticatorDraft | 'half_session_over'> {
    const row = await this.halfSessions.findPerson(half, false);
    if (row === null || (await this.factors.hasFactor(row.id))) return 'half_session_over';
    return this.authenticators.beginEnrolment(row);
  }

  async finishEnrolment(half: string, code: string, browser: Browser): Promise<EnteredFirst | CodeRefusal> {
    const row = await this.halfSessions.findPerson(half, true);
    if (row === null) return 'half_session_over';
    const add: FirstFactor['add'] = (stores) =>
      this.factors.finishEnrolment(row, code, { isFirst: true, within: stores });
    return this.entrance.afterFirstFactor(row, { proof: 'authenticator', add }, { ...browser, half });
  }

  private async enter(
    half: string,
    { row, proof }: { readonly row: StaffRow; readonly proof: ProofShown },
    browser: Browser,
  ): Promise<SignedIn | CodeRefusal> {
    return (await this.entrance.afterProof(row, proof, { ...browser, half })) ?? 'half_session_over';
  }
}
