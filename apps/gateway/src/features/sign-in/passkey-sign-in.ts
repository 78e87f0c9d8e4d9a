import { Injectable } from '@nestjs/common';
import type { NewPasskeyShown, PasskeyProof, PasskeyQuestion } from '@warmline/contracts';
import { HashQueue } from '../../session/hash-queue';
import { SignInDelays } from '../../session/sign-in-delays';
import { Passkeys, SecondFactors } from '../factors';
import type { Browser, SignedIn } from './accounts';
import { Entrance, type EnteredFirst, type FirstFactor } from './entrance';
import { HalfSessions } from './half-sessions';
import { KnownDevices } from './known-devices';

/** Signing in with a passkey, which is two factors in one. Nobody can guess one, so nothing slows the next try. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly queue: HashQueue,
    private readonly delays: SignInDelays,
    private readonly devices: KnownDevices,
    private readonly passkeys: Passkeys,
    private readonly entrance: Entrance,
  ) {}

  ask(): Promise<PasskeyQuestion> {
    return this.passkeys.ask();
  }

  /** Null for a passkey that is wrong or unknown. Waits beside strangers' passwords, since it asks a question of the database. */
  async signIn(proof: PasskeyProof, browser: Browser): Promise<SignedIn | null> {
    if (!(await this.passkeys.isOpen(proof.sealed))) return null;
    const asker = {
      key: this.delays.keyOf('passkey', proof.answer.id),
      isKnown: this.devices.isKnownToAnyone(browser.device),
      signal: browser.signal,
    };
    const row = await this.queue.run(asker, () => this.passkeys.findPerson(proof));
    return row === null ? null : this.entrance.afterProof(row, 'passkey', browser);
  }
}

/** The first second factor of someone who has a password only: a passkey. */
@Injectable()
export class FirstPasskey {
  constructor(
    private readonly halfSessions: HalfSessions,
    private readonly passkeys: Passkeys,
    private readonly factors: SecondFactors,
    private readonly entrance: Entrance,
  ) {}

  async ask(half: string): Promise<PasskeyQuestion | 'half_session_over'> {
    const row = await this.halfSessions.findPerson(half, false);
    if (row === null || (await this.factors.hasFactor(row.id))) return 'half_session_over';
    return this.passkeys.askForNew(row);
  }

  async add(
    half: string,
    shown: NewPasskeyShown,
    browser: Browser,
  ): Promise<EnteredFirst | 'wrong_code' | 'half_session_over'> {
    const row = await this.halfSessions.findPerson(half, true);
    if (row === null) return 'half_session_over';
    const passkey = await this.passkeys.readNew(row, shown);
    if (passkey === null) return 'wrong_code';
    const add: FirstFactor['add'] = (stores) =>
      this.factors.keepPasskey(stores, row, { passkey, isFirst: true });
    return this.entrance.afterFirstFactor(row, { proof: 'passkey', add }, { ...browser, half });
  }
}
