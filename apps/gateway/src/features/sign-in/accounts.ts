import { Inject, Injectable } from '@nestjs/common';
import type { Proof } from '@warmline/identity';
import type { Instant } from '@warmline/kernel';
import { UnitOfWork, type StaffRow, type Stores } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { SERVICE, type Service } from '../../core/service-settings';
import { Passwords } from '../../session/passwords';
import { Sessions, type BegunSession } from '../../session/sessions';
import { SignOut } from './sign-out';

/** The browser that signs in, by what its cookies hold. */
export interface Browser {
  readonly session: string | null;
  readonly device: string | null;
  /** The half session that a second factor completes. */
  readonly half?: string;
  /** Aborted when it does not wait for the answer any more. */
  readonly signal: AbortSignal;
}

/** Whose session begins. */
export interface Beginner extends Pick<StaffRow, 'id'> {
  /** When the identity provider asked them for their proof; null where it does not say. For its proof only. */
  readonly askedAt?: Instant | null;
  /** Writes the first factor that they show, in the transaction of the session. False: it is wrong. */
  readonly adds?: (stores: Stores) => Promise<boolean>;
}

export interface SignedIn extends BegunSession {
  /** The secret by which the device is known from now on. */
  readonly device: string;
}

/** Finds the account of a name and password, and begins its session. */
@Injectable()
export class Accounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly signOut: SignOut,
    private readonly hints: Hints,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Takes the same time for an unknown name as for a known one. */
  async findByPassword(name: string, password: string): Promise<StaffRow | null> {
    const found = await this.work.inTransaction((stores) => stores.staff.findBySignInName(name));
    // Someone of another service is as unknown here as nobody.
    const known = found?.serviceId === this.service.id ? found : null;
    const isRight = await this.passwords.matches(known?.passwordHash ?? null, password);
    return known !== null && isRight && known.active ? known : null;
  }

  /**
   * Begins a session, and ends the one that the browser has until now, and its half session. Other tabs of the same person
   * are not told that theirs ended. They connect again with the new cookie: SessionWatch closes them.
   */
  async begin(
    { id, askedAt, adds }: Beginner,
    proof: Proof,
    { session: secret, half }: Pick<Browser, 'session' | 'half'>,
  ): Promise<BegunSession | null> {
    const before = secret === null ? null : await this.sessions.findPerson(secret);
    const begun = await this.sessions.beginSession(id, {
      proof,
      replaces: before?.session ?? null,
      completes: half,
      askedAt,
      adds,
    });
    if (begun === null) return null;
    for (const ended of begun.ended) this.hints.hint({ kind: 'session', id: ended });
    if (before !== null && before.staff !== id) await this.signOut.signOut(before, 'replaced');
    return begun;
  }
}
