import { HOUR, type Instant } from '@warmline/kernel';

/** How long an invite can be used (ms). */
export const INVITE_LASTS = 72 * HOUR;

/** How often the link of one invite is sent by e-mail, at most. */
const MAILS_PER_INVITE = 5;
/** Invites that one service sends by e-mail within MAILS_WITHIN, at most: a list of volunteers, and no means to flood others. */
const MAILS_PER_SERVICE = 200;
/** ms */
export const MAILS_WITHIN = HOUR;

/** Whether one more e-mail may go out. `ofInvite`: sent of this link so far. `ofService`: of the service within MAILS_WITHIN. */
export const mayMailInvite = ({
  ofInvite,
  ofService,
}: {
  readonly ofInvite: number;
  readonly ofService: number;
}): boolean => ofInvite < MAILS_PER_INVITE && ofService < MAILS_PER_SERVICE;

/** An invite, by when each of its ends came or comes. */
export interface InviteTimes {
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export type InviteState = 'open' | 'used' | 'revoked' | 'expired';

/** What has become of it. What someone did counts before the time that ran out. */
export const inviteState = ({ expiresAt, usedAt, revokedAt }: InviteTimes, now: Instant): InviteState => {
  if (usedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return now < expiresAt ? 'open' : 'expired';
};
