import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { HALF_SESSION_LASTS, HALF_SESSION_TRIES } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { UnitOfWork, type StaffRow } from '@warmline/postgres';
import { SERVICE, type Service } from '../../core/service-settings';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Who has shown a password, and its hash at that moment; without one, the password was set just now. */
export interface PasswordShown {
  readonly id: StaffId;
  readonly passwordHash?: StaffRow['passwordHash'];
}

/**
 * What the right password gives outside the demo: the right to show or set up a second factor, for ten minutes and five wrong
 * codes. It is no session: nothing but this feature knows its cookie, so it opens no route and no socket.
 */
@Injectable()
export class HalfSessions {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /**
   * Answers the secret for the cookie; only its hash is stored. Null where the account is off or of another service, or its
   * password is no longer the one that was shown: a change of it ends what began before.
   */
  async begin({ id, passwordHash }: PasswordShown): Promise<string | null> {
    const secret = randomBytes(32).toString('base64url');
    return this.work.inTransaction(async ({ halfSessions, staff }) => {
      const row = await staff.lock(id);
      if (row?.active !== true || row.serviceId !== this.service.id) return null;
      if (passwordHash !== undefined && row.passwordHash !== passwordHash) return null;
      await halfSessions.begin(id, hashOf(secret), HALF_SESSION_LASTS);
      return secret;
    });
  }

  /** Whose it is; null when it is over, or theirs of another service. `isTry`: a code comes with it, which counts. */
  async findPerson(secret: string, isTry: boolean): Promise<StaffRow | null> {
    return this.work.inTransaction(async ({ halfSessions, staff }) => {
      const hash = hashOf(secret);
      const id = isTry
        ? await halfSessions.countTry(hash, HALF_SESSION_TRIES)
        : await halfSessions.findStaff(hash, HALF_SESSION_TRIES);
      const row = id === null ? null : await staff.findStaff(id);
      return row?.active === true && row.serviceId === this.service.id ? row : null;
    });
  }
}
