import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticatorTransportFuture,
} from '@simplewebauthn/server';
import type { NewPasskeyShown, PasskeyProof, PasskeyQuestion } from '@warmline/contracts';
import {
  UnitOfWork,
  type NewPasskey,
  type StaffRow,
  type StoredPasskey,
  type Stores,
} from '@warmline/postgres';
import { CONFIG, type Config } from '../../core/config';
import { SERVICE, type Service } from '../../core/service-settings';
import { hashOfChallenge, PasskeyChallenges } from './passkey-challenges';

type Owner = Pick<StaffRow, 'id' | 'serviceId' | 'signInName' | 'name'>;
type Answer = PasskeyProof['answer'];

/** A passkey that a browser has made, and the challenge for which it did. */
export interface ReadPasskey extends NewPasskey {
  readonly challengeHash: Buffer;
}

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
const transportsOf = ({ transports }: Pick<StoredPasskey, 'transports'>): AuthenticatorTransportFuture[] =>
  TRANSPORTS.filter((one) => transports.includes(one));

/**
 * Passkeys: the device proves that its person holds it and has unlocked it, which are two factors. The library checks origin,
 * host, challenge, signature and counter.
 */
@Injectable()
export class Passkeys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: PasskeyChallenges,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Names nobody: the browser finds the passkeys that it has for this host. */
  async ask(): Promise<PasskeyQuestion> {
    const { challenge, sealed } = await this.challenges.make('sign_in');
    const options = await generateAuthenticationOptions({
      rpID: this.host,
      challenge: Buffer.from(challenge, 'base64url'),
      userVerification: 'required',
    });
    return { sealed, options: { ...options } };
  }

  /** Whether the challenge is one that can be answered: asks no question of the database. */
  async isOpen(sealed: string): Promise<boolean> {
    return (await this.challenges.open(sealed, 'sign_in')) !== null;
  }

  /** Whose passkey has answered. Null for any that is wrong, unknown, or was used before: deliberately not which. */
  async findPerson({ sealed, answer }: PasskeyProof): Promise<StaffRow | null> {
    const challenge = await this.challenges.open(sealed, 'sign_in');
    if (challenge === null) return null;
    return this.work.inTransaction(async (stores) => {
      const passkey = await stores.passkeys.lock(answer.id);
      if (passkey === null) return null;
      const counter = await this.counterOf(passkey, challenge, answer);
      if (counter === null || !(await stores.passkeys.useChallenge(hashOfChallenge(challenge)))) return null;
      await stores.passkeys.noteUse(passkey.credentialId, counter);
      const row = await stores.staff.findStaff(passkey.staff);
      return row?.active === true ? row : null;
    });
  }

  async askForNew({ id, signInName, name }: Owner): Promise<PasskeyQuestion> {
    const { challenge, sealed } = await this.challenges.make(`new of ${id}`);
    const known = await this.work.inTransaction((stores) => stores.passkeys.loadPasskeys(id));
    const options = await generateRegistrationOptions({
      rpName: this.service.name,
      rpID: this.host,
      userID: Buffer.from(id),
      userName: signInName,
      userDisplayName: name,
      challenge: Buffer.from(challenge, 'base64url'),
      excludeCredentials: known.map((one) => ({ id: one.credentialId, transports: transportsOf(one) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { sealed, options: { ...options } };
  }

  /** Null where the answer is wrong. Nothing is stored yet. */
  async readNew({ id }: Owner, { sealed, answer, label }: NewPasskeyShown): Promise<ReadPasskey | null> {
    const challenge = await this.challenges.open(sealed, `new of ${id}`);
    if (challenge === null) return null;
    const { transports = [], ...response } = answer.response;
    const read = await verifyRegistrationResponse({
      response: {
        id: answer.id,
        rawId: answer.rawId,
        type: answer.type,
        clientExtensionResults: {},
        response: { ...response, transports },
      },
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.host,
      requireUserVerification: true,
    }).catch(() => null);
    if (read?.verified !== true) return null;
    const { id: credentialId, publicKey, counter } = read.registrationInfo.credential;
    return { credentialId, publicKey, counter, transports, label, challengeHash: hashOfChallenge(challenge) };
  }

  /** In the transaction of `stores`. False, and nothing is stored, where its challenge was answered before. */
  async add(
    stores: Stores,
    { id: staff, serviceId: service }: Owner,
    { challengeHash, ...passkey }: ReadPasskey,
  ): Promise<boolean> {
    if (!(await stores.passkeys.useChallenge(challengeHash))) return false;
    await stores.passkeys.add({ type: 'passkey_added', service, staff }, passkey);
    return true;
  }

  /** The new counter; null where the answer is wrong. */
  private async counterOf(passkey: StoredPasskey, challenge: string, answer: Answer): Promise<number | null> {
    const { userHandle, ...response } = answer.response;
    const read = await verifyAuthenticationResponse({
      response: {
        id: answer.id,
        rawId: answer.rawId,
        type: answer.type,
        clientExtensionResults: {},
        response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) },
      },
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.host,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: transportsOf(passkey),
      },
    }).catch(() => null);
    return read?.verified === true ? read.authenticationInfo.newCounter : null;
  }

  private get host(): string {
    return new URL(this.config.PUBLIC_URL).hostname;
  }

  private get origin(): string {
    return new URL(this.config.PUBLIC_URL).origin;
  }
}
