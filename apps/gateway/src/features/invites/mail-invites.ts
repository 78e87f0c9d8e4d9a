import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { InviteMailed, MailInvite } from '@warmline/contracts';
import { MAILS_WITHIN, mayMailInvite, type StaffPrincipal } from '@warmline/identity';
import { UnitOfWork, type StoredInvite } from '@warmline/postgres';
import { CONFIG, type Config } from '../../core/config';
import { sendMail } from '../on-call';
import { openOne, type InviteRefusal } from './accept-invites';
import { hashOfInvite, linkOf } from './make-invites';

/** When the link ends, by the clock of the service. */
const untilOf = ({ expiresAt, timeZone }: StoredInvite): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(expiresAt);

const wordsOf = (invite: StoredInvite, link: string): { readonly text: string; readonly body: string } => ({
  text: `Your account for ${invite.serviceName}`,
  body: [
    `${invite.serviceName} has made an account for you on Warmline, its support chat.`,
    'Open this link to choose your name and your password:',
    link,
    `It works once, until ${untilOf(invite)} (${invite.timeZone}). Keep it to yourself: the first person to open it has the account.`,
    'If you do not expect this, delete this e-mail.',
  ].join('\n\n'),
});

/**
 * Sends the link of an invite by e-mail. The page of who made it has the secret, so that it is stored nowhere, nor is the address.
 * It is sent while they wait: what came of it is said beside the link, which they can copy.
 */
@Injectable()
export class MailInvites {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Refuses `not_found` for a link that someone else made, and `too_fast` past the limits of e-mails. */
  async mailInvite(
    person: StaffPrincipal,
    { token, address }: MailInvite,
  ): Promise<InviteMailed | InviteRefusal | 'not_found' | 'too_fast'> {
    const invite = await this.claim(person, token);
    if (typeof invite === 'string') return invite;
    const { service, staff } = invite;
    const words = wordsOf(invite, linkOf(token, this.config));
    const mail = { to: address, id: randomUUID(), ...words, isUrgent: false };
    const result = await sendMail(mail, this.config);
    await this.work.inTransaction(({ invites }) =>
      invites.finishMail(
        { type: 'invite_mailed', service, staff, by: person.staff, result },
        hashOfInvite(token),
      ),
    );
    return { result };
  }

  /** Counted before it is sent, so that many at once cannot pass the limits. */
  private claim({ service, staff: by }: StaffPrincipal, token: string) {
    return this.work.inTransaction(async (stores) => {
      const found = await stores.invites.lock(hashOfInvite(token));
      if (found?.service !== service || found.madeBy !== by) return 'not_found';
      const invite = await openOne(stores, found);
      if (typeof invite === 'string') return invite;
      const ofService = await stores.invites.countMails(service, MAILS_WITHIN);
      if (!mayMailInvite({ ofInvite: invite.mails, ofService })) return 'too_fast';
      await stores.invites.beginMail(hashOfInvite(token));
      return invite;
    });
  }
}
