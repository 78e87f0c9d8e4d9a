import { Injectable } from '@nestjs/common';
import type { StaffRow } from '@warmline/postgres';
import { HashQueue } from './hash-queue';
import { Passwords } from './passwords';
import { SignInDelays } from './sign-in-delays';

/** The password of someone who is signed in. Wrong tries slow later ones, as at sign-in. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly queue: HashQueue,
    private readonly delays: SignInDelays,
    private readonly passwords: Passwords,
  ) {}

  /** Rejects with Busy when too many are hashing, or the person has gone. */
  async isRight(
    { id, passwordHash }: Pick<StaffRow, 'id' | 'passwordHash'>,
    password: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const key = this.delays.keyOf('password', id);
    await this.delays.wait(key, signal);
    const asker = { key, isKnown: true, signal };
    const isRight = await this.queue.run(asker, () => this.passwords.matches(passwordHash, password));
    if (isRight) this.delays.recordSuccess(key);
    else this.delays.recordFailure(key);
    return isRight;
  }
}
