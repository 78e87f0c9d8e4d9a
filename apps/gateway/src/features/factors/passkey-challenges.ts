import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { MINUTE } from '@warmline/kernel';
import { ServiceSecrets } from '@warmline/sealing';
import { SERVICE, type Service } from '../../core/service-settings';

/** A challenge can be answered for so long (ms). */
const LASTS = 5 * MINUTE;
/** Where it belongs: a challenge for one is no challenge for the other. */
export type ChallengeFor = 'sign_in' | `new of ${string}`;

/**
 * Challenges of passkeys. The page keeps its challenge sealed and sends it back, so a stranger who asks for a million of them
 * leaves nothing here. One that was answered is remembered, and counts once.
 */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly secrets: ServiceSecrets,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async make(purpose: ChallengeFor): Promise<{ readonly challenge: string; readonly sealed: string }> {
    const challenge = randomBytes(32).toString('base64url');
    const text = `${Date.now() + LASTS} ${challenge}`;
    const sealed = await this.secrets.seal(text, this.placeOf(purpose));
    return { challenge, sealed: sealed.toString('base64url') };
  }

  /** Null for one that is too old, was changed, or is for something else. */
  async open(sealed: string, purpose: ChallengeFor): Promise<string | null> {
    const text = await this.secrets.open(Buffer.from(sealed, 'base64url'), this.placeOf(purpose));
    const [until = '0', challenge = ''] = text?.split(' ') ?? [];
    return challenge !== '' && Number(until) > Date.now() ? challenge : null;
  }

  private placeOf(purpose: ChallengeFor) {
    return { service: this.service.id, entry: `passkey challenge, ${purpose}` };
  }
}

export const hashOfChallenge = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();
