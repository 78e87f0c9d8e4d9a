import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { NO_PASSWORD } from '@warmline/postgres';

/** The library's default algorithm is argon2id. 64 MiB, 3 passes, 1 lane: above OWASP's minimum, about 75 ms on the machine it was chosen on. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

@Injectable()
export class Passwords {
  private readonly decoy = hashPassword('nobody has this password');

  /** Takes the same time for an unknown person (null) as for a known one, and is false. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    // An account that nobody has opened has no password either.
    const isThere = passwordHash !== null && passwordHash !== NO_PASSWORD;
    const isRight = await verify(isThere ? passwordHash : await this.decoy, password);
    return isThere && isRight;
  }
}
