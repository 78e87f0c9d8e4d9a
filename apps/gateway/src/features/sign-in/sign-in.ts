import { Injectable } from '@nestjs/common';
import { UnitOfWork, type StaffRow } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { HashQueue } from '../../session/hash-queue';
import { Passwords } from '../../session/passwords';
import { Sessions, type BegunSession } from '../../session/sessions';
import { SignInDelays } from '../../session/sign-in-delays';
import { KnownDevices } from './known-devices';
import { SignOut } from './sign-out';

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
}

/** The browser that signs in, by what its cookies hold. */
export interface Browser {
  readonly session: string | null;
  readonly device: string | null;
  /** Aborted when it does not wait for the answer any more. */
  readonly signal: AbortSignal;
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
  ) {}

  /** Takes the same time for an unknown name as for a known one. */
  async findByPassword(name: string, password: string): Promise<StaffRow | null> {
    const known = await this.work.inTransaction((stores) => stores.staff.findBySignInName(name));
    const isRight = await this.passwords.matches(known?.passwordHash ?? null, password);
    return known !== null && isRight && known.active ? known : null;
  }

  /**
   * Begins a session, and ends the one that the browser has until now: `secret` is of its cookie. Other tabs of the same person
   * are not told that theirs ended. They connect again with the new cookie: SessionWatch closes them.
   */
  async begin({ id }: Pick<StaffRow, 'id'>, secret: string | null): Promise<BegunSession | null> {
    const before = secret === null ? null : await this.sessions.findPerson(secret);
    const begun = await this.sessions.beginSession(id, before?.session ?? null);
    if (begun === null) return null;
    for (const ended of begun.ended) this.hints.hint({ kind: 'session', id: ended });
    if (before !== null && before.staff !== id) await this.signOut.signOut(before, 'replaced');
    return begun;
  }
}

/**
 * Signing in with name and password. Wrong tries slow later ones and never refuse them: those from a known device are counted
 * apart, so nothing a stranger does keeps it out. Until its turn a try asks no question of the database.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly queue: HashQueue,
    private readonly delays: SignInDelays,
    private readonly devices: KnownDevices,
    private readonly accounts: Accounts,
  ) {}

  /** Null for a wrong name or a wrong password, deliberately not which. Rejects with Busy when too many are signing in. */
  async signIn({ signInName, password }: Credentials, browser: Browser): Promise<SignedIn | null> {
    const name = signInName.trim().toLowerCase();
    const { key, isKnown } = this.bucketOf(name, browser.device);
    await this.delays.wait(key, browser.signal);
    const asker = { key, isKnown, signal: browser.signal };
    const found = await this.queue.run(asker, () => this.accounts.findByPassword(name, password));
    const begun = found === null ? null : await this.accounts.begin(found, browser.session);
    if (begun === null) {
      this.delays.recordFailure(key);
      return null;
    }
    this.delays.recordSuccess(key);
    return { ...begun, device: await this.devices.keep(browser.device, name, begun.person) };
  }

  private bucketOf(name: string, device: string | null): { readonly key: string; readonly isKnown: boolean } {
    if (device !== null && this.devices.isKnown(device, name)) {
      const key = this.delays.keyOf(name, device);
      if (this.delays.isTrusted(key)) return { key, isKnown: true };
    }
    return { key: this.delays.keyOf(name), isKnown: false };
  }
}
