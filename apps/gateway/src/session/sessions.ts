import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isLive, type StaffPrincipal } from '@warmline/identity';
import { elapsed, MINUTE, sessionId } from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import { Timers } from '../core/timers';
import { Changes } from '../index/changes';
import { Passwords } from './passwords';

/** A session is marked as used this often at most (ms). */
const USED_EVERY = MINUTE;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export interface SignedIn {
  readonly person: StaffPrincipal;
  /** Goes into the cookie and nowhere else; only its SHA-256 is stored. */
  readonly secret: string;
}

/** Staff sessions: opaque, on the server, with a new secret at every sign-in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly changes: Changes,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly timers: Timers,
  ) {}

  /** How long an answer of `findPerson` may be relied on (ms). */
  get recheckInterval(): number {
    return this.timers.sessionRecheckInterval;
  }

  /** Null for a wrong name or a wrong password, deliberately not which. */
  async signIn(signInName: string, password: string): Promise<SignedIn | null> {
    const known = await this.work.inTransaction((stores) =>
      stores.staff.findBySignInName(signInName.trim().toLowerCase()),
    );
    const isRight = await this.passwords.matches(known?.passwordHash ?? null, password);
    if (known === null || !isRight || !known.active) return null;
    const secret = randomBytes(32).toString('base64url');
    const session = sessionId(uuid());
    await this.changes.commit(async (stores) => {
      const at = await stores.now();
      await stores.staff.beginSession(
        { type: 'signed_in', service: known.serviceId, staff: known.id, session },
        {
          id: session,
          secretHash: hashOf(secret),
          staffId: known.id,
          beganAt: at,
          usedAt: at,
          endedAt: null,
        },
      );
    });
    const { id: staff, serviceId: service, role, name } = known;
    return { person: { kind: 'staff', staff, session, service, role, name }, secret };
  }

  /** The person of this secret. Null when the session is unknown, ended or too old. */
  async findPerson(secret: string): Promise<StaffPrincipal | null> {
    return this.work.inTransaction(async (stores) => {
      const found = await stores.staff.findSession(hashOf(secret));
      const at = await stores.now();
      if (found === null || !found.staff.active || !isLive(found.session, at)) return null;
      if (elapsed(found.session.usedAt, at) > USED_EVERY) await stores.staff.useSession(found.session.id, at);
      const { id: staff, serviceId: service, role, name } = found.staff;
      return { kind: 'staff', staff, session: found.session.id, service, role, name };
    });
  }

  /** Whether the person has another session. */
  async hasAnotherSession({ session, staff }: StaffPrincipal): Promise<boolean> {
    return this.work.inTransaction(async (stores) => {
      const at = await stores.now();
      const open = await stores.staff.findOpenSessions(staff);
      return open.some((other) => other.id !== session && isLive(other, at));
    });
  }

  async endSession({ session, staff, service }: StaffPrincipal): Promise<void> {
    await this.changes.commit(async (stores) =>
      stores.staff.endSession({ type: 'signed_out', service, staff, session }, await stores.now()),
    );
  }
}
