import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { InviteLink, InviteMade, Invites } from '@warmline/contracts';
import { INVITE_LASTS, inviteState, type StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { NO_PASSWORD, UnitOfWork, type StaffRow, type Stores } from '@warmline/postgres';
import { CONFIG, type Config } from '../../core/config';
import { canMail } from '../on-call';

/** The hash by which an invite is stored. */
export const hashOfInvite = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** In the fragment, which browsers send to no server. */
export const linkOf = (secret: string, { PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): string =>
  new URL(`/console/#invite=${secret}`, PUBLIC_URL).href;

export type InviteNotMade = 'not_found' | 'not_due' | 'not_allowed';

/**
 * A person who makes a link can open the account, so what two people decided stays with the one who agreed. An administrator who is
 * alone decides access alone (ACC3), and so makes its link; a recovery is never one person's.
 */
const mayInvite = async (
  stores: Stores,
  { service, staff: by }: StaffPrincipal,
  staff: StaffId,
): Promise<boolean> => {
  const agreed = await stores.access.findLastAgreed(staff);
  if (agreed === null || agreed.agreedBy === by) return true;
  return agreed.kind === 'access' && (await stores.access.countOtherAdministrators(service, by)) === 0;
};

/** Invites, as administrators make and revoke them. A link is answered once; its secret is stored as a hash only. */
@Injectable()
export class MakeInvites {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async readPeople({ service }: StaffPrincipal): Promise<Invites> {
    return this.work.inTransaction(async (stores) => {
      const now = await stores.now();
      const people = await stores.invites.loadPeople(service);
      return {
        people: people.map(
          ({ staff: id, signInName, name, role, isOpened, mailedAt, mailResult, ...times }) => ({
            id,
            signInName,
            name,
            role,
            isOpened,
            invite:
              times.expiresAt === null
                ? null
                : {
                    state: inviteState({ ...times, expiresAt: times.expiresAt }, now),
                    expiresAt: times.expiresAt,
                    mailed: mailedAt === null ? null : { at: mailedAt, result: mailResult },
                  },
          }),
        ),
      };
    });
  }

  /**
   * Refuses `not_found` for someone elsewhere, `not_due` for someone who has opened their account, and `not_allowed` where two
   * people decided about it and this is not the one who agreed.
   */
  async makeInvite(person: StaffPrincipal, staff: StaffId): Promise<InviteMade | InviteNotMade> {
    const made = await this.work.inTransaction<InviteLink | InviteNotMade>(async (stores) => {
      const row = await stores.staff.lock(staff);
      if (row?.active !== true || row.serviceId !== person.service) return 'not_found';
      if (row.passwordHash !== NO_PASSWORD) return 'not_due';
      return (await mayInvite(stores, person, staff)) ? this.invite(stores, person, row) : 'not_allowed';
    });
    if (typeof made === 'string') return made;
    return { made, ...(await this.readPeople(person)) };
  }

  /** For who agreed, in the transaction of `stores`. Null for an account that is opened or not active. */
  async inviteAgreed(stores: Stores, person: StaffPrincipal, staff: StaffId): Promise<InviteLink | null> {
    const row = await stores.staff.findStaff(staff);
    // Single sign-on opens it, so nobody needs to be given a link.
    if (await stores.providerIdentities.opens(staff)) return null;
    return row?.active === true && row.passwordHash === NO_PASSWORD ? this.invite(stores, person, row) : null;
  }

  /** In the transaction of `stores`, for an account that nobody has opened. An earlier link stops working. */
  async invite(
    stores: Stores,
    { service, staff: by }: Pick<StaffPrincipal, 'service' | 'staff'>,
    { id: staff, signInName }: Pick<StaffRow, 'id' | 'signInName'>,
  ): Promise<InviteLink> {
    const secret = randomBytes(32).toString('base64url');
    await stores.invites.make(
      { type: 'invite_made', service, staff, by },
      { id: randomUUID(), secretHash: hashOfInvite(secret), span: INVITE_LASTS },
    );
    return { signInName, link: linkOf(secret, this.config), canMail: canMail(this.config) };
  }

  /** Twice is once. */
  async revokeInvite(person: StaffPrincipal, staff: StaffId): Promise<Invites | 'not_found'> {
    const { service, staff: by } = person;
    const isThere = await this.work.inTransaction(async (stores) => {
      const row = await stores.staff.lock(staff);
      if (row === null || row.serviceId !== service) return false;
      await stores.invites.revoke({ type: 'invite_revoked', service, staff, by });
      return true;
    });
    return isThere ? this.readPeople(person) : 'not_found';
  }
}
