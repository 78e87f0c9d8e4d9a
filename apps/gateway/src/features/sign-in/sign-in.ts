import { Injectable } from '@nestjs/common';
import { HashQueue } from '../../session/hash-queue';
import { SignInDelays } from '../../session/sign-in-delays';
import { Accounts, type Browser, type SignedIn } from './accounts';
import { Entrance, type HalfSignedIn } from './entrance';
import { KnownDevices } from './known-devices';

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
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
    private readonly entrance: Entrance,
  ) {}

  /** Null for a wrong name or a wrong password, deliberately not which. Rejects with Busy when too many are signing in. */
  async signIn(
    { signInName, password }: Credentials,
    browser: Browser,
  ): Promise<SignedIn | HalfSignedIn | null> {
    const name = signInName.trim().toLowerCase();
    const { key, isKnown } = this.bucketOf(name, browser.device);
    await this.delays.wait(key, browser.signal);
    const asker = { key, isKnown, signal: browser.signal };
    const found = await this.queue.run(asker, () => this.accounts.findByPassword(name, password));
    const entered = found === null ? null : await this.entrance.afterPassword(found, browser);
    if (entered === null) {
      this.delays.recordFailure(key);
      return null;
    }
    this.delays.recordSuccess(key);
    return entered;
  }

  private bucketOf(name: string, device: string | null): { readonly key: string; readonly isKnown: boolean } {
    if (device !== null && this.devices.isKnown(device, name)) {
      const key = this.delays.keyOf(name, device);
      if (this.delays.isTrusted(key)) return { key, isKnown: true };
    }
    return { key: this.delays.keyOf(name), isKnown: false };
  }
}
