import { Inject, Injectable } from '@nestjs/common';
import type { AcceptInvite, Invite } from '@warmline/contracts';
import { inviteState } from '@warmline/identity';
import { UnitOfWork, type StoredInvite, type Stores } from '@warmline/postgres';
import type { PasswordFlaw } from '@warmline/vocabulary';
import { SERVICE, type Service } from '../../core/service-settings';
import { chosenPasswordFlaw } from '../../session/chosen-password';
import { HashQueue } from '../../session/hash-queue';
import { hashPassword } from '../../session/passwords';
import { SignInDelays } from '../../session/sign-in-delays';
import { Entrance, type Browser, type HalfSignedIn, type SignedIn } from '../sign-in';
import { hashOfInvite } from './make-invites';

/** Why an invite does not work. Only who has the link learns it. `link_over`: there is no such invite. */
export type InviteRefusal = 'link_over' | 'invite_used' | 'invite_expired' | 'invite_revoked';

const REFUSED = { used: 'invite_used', expired: 'invite_expired', revoked: 'invite_revoked' } as const;

/** Opens the account that an administrator made: its person chooses their name and a password that nobody else has seen. */
@Injectable()
export class AcceptInvites {
  constructor(
    private readonly queue: HashQueue,
    private readonly delays: SignInDelays,
    private readonly entrance: Entrance,
    private readonly work: UnitOfWork,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Nobody can guess a link, so a wrong one costs one question to the database in the queue of strangers. */
  async readInvite(token: string, signal: AbortSignal): Promise<Invite | InviteRefusal> {
    const found = await this.queue.run(this.askerOf(token, signal), () => this.findOpen(token));
    if (typeof found === 'string') return found;
    const { serviceName: service, signInName, name, expiresAt } = found;
    return { service, signInName, name, expiresAt };
  }

  /** Answers the session, or half of one until a second factor is set up. Rejects with Busy when too many are hashing. */
  async accept(
    asked: AcceptInvite,
    browser: Browser,
  ): Promise<SignedIn | HalfSignedIn | InviteRefusal | PasswordFlaw> {
    const opened = await this.queue.run(this.askerOf(asked.token, browser.signal), () => this.open(asked));
    if (typeof opened === 'string') return opened;
    return (await this.entrance.afterPassword(opened, browser)) ?? 'link_over';
  }

  private askerOf(token: string, signal: AbortSignal) {
    return { key: this.delays.keyOf('invite', token), isKnown: false, signal };
  }

  private async open({ token, name, password }: AcceptInvite) {
    // First, so that only those who have the link make the server hash.
    const found = await this.findOpen(token);
    if (typeof found === 'string') return found;
    const flaw = await chosenPasswordFlaw(password, [name, found.signInName]);
    if (flaw !== null) return flaw;
    const passwordHash = await hashPassword(password);
    return this.work.inTransaction(async (stores) => {
      const invite = await openOne(stores, await stores.invites.lock(hashOfInvite(token)));
      if (typeof invite === 'string') return invite;
      const { service, staff, signInName } = invite;
      const chosen = { secretHash: hashOfInvite(token), name, passwordHash };
      await stores.invites.use({ type: 'invite_used', service, staff }, chosen);
      return { id: staff, signInName };
    });
  }

  /** An invite of another service is as unknown here as none: its person opens it at that service's address. */
  private ofService(invite: StoredInvite | null): StoredInvite | null {
    return invite?.service === this.service.id ? invite : null;
  }

  private findOpen(token: string): Promise<StoredInvite | InviteRefusal> {
    return this.work.inTransaction(async (stores) =>
      openOne(stores, this.ofService(await stores.invites.find(hashOfInvite(token)))),
    );
  }
}

/** The invite where it is open, or why it is not. */
export const openOne = async (
  stores: Stores,
  invite: StoredInvite | null,
): Promise<StoredInvite | InviteRefusal> => {
  if (invite === null) return 'link_over';
  const state = inviteState(invite, await stores.now());
  return state === 'open' ? invite : REFUSED[state];
};
