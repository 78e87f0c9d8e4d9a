import { Injectable } from '@nestjs/common';
import type { HalfSession } from '@warmline/contracts';
import type { Proof } from '@warmline/identity';
import type { StaffRow, Stores } from '@warmline/postgres';
import { SecondFactors } from '../factors';
import { Accounts, type Beginner, type Browser, type SignedIn } from './accounts';
import { HalfSessions, type PasswordShown } from './half-sessions';
import { KnownDevices } from './known-devices';

/** Half of a sign-in: what is next, and the secret for its cookie. */
export interface HalfSignedIn extends HalfSession {
  readonly half: string;
}

/** A second factor that was shown. */
export type ProofShown = Exclude<Proof, 'password' | 'before'>;

export type Entering = PasswordShown & Beginner & Pick<StaffRow, 'signInName'>;

/** The first second factor of someone. `add` writes it; null where it is wrong. */
export interface FirstFactor {
  readonly proof: ProofShown;
  readonly add: (stores: Stores) => Promise<{ readonly recoveryCodes: string[] | null } | null>;
}

export interface EnteredFirst {
  readonly signedIn: SignedIn;
  readonly recoveryCodes: string[];
}

/** The one way to a session, whatever someone has shown: no session begins outside the demo by a password alone. */
@Injectable()
export class Entrance {
  constructor(
    private readonly accounts: Accounts,
    private readonly devices: KnownDevices,
    private readonly factors: SecondFactors,
    private readonly halfSessions: HalfSessions,
  ) {}

  /** Their password was right. Null when they may not sign in any more. */
  async afterPassword(person: Entering, browser: Browser): Promise<SignedIn | HalfSignedIn | null> {
    if (!this.factors.isAsked) return this.begin(person, 'password', browser);
    const next = (await this.factors.hasFactor(person.id)) ? 'prove' : 'enrol';
    const half = await this.halfSessions.begin(person);
    return half === null ? null : { next, half };
  }

  /** They have shown a second factor as well. Null when they may not sign in, or the half session of `browser` is over. */
  async afterProof(person: Entering, proof: ProofShown, browser: Browser): Promise<SignedIn | null> {
    return this.begin(person, proof, browser);
  }

  /** As `afterProof`: the factor, its recovery codes and the session are all there afterwards, or none of them. */
  async afterFirstFactor(
    person: Entering,
    { proof, add }: FirstFactor,
    browser: Browser,
  ): Promise<EnteredFirst | 'wrong_code' | 'half_session_over'> {
    const tried: Awaited<ReturnType<FirstFactor['add']>>[] = [];
    const adds = async (stores: Stores): Promise<boolean> =>
      tried[tried.push(await add(stores)) - 1] !== null;
    const signedIn = await this.begin({ ...person, adds }, proof, browser);
    if (signedIn !== null) return { signedIn, recoveryCodes: tried.at(-1)?.recoveryCodes ?? [] };
    return tried.at(-1) === null ? 'wrong_code' : 'half_session_over';
  }

  private async begin(person: Entering, proof: Proof, browser: Browser): Promise<SignedIn | null> {
    const begun = await this.accounts.begin(person, proof, browser);
    if (begun === null) return null;
    return { ...begun, device: await this.devices.keep(browser.device, person.signInName, begun.person) };
  }
}
