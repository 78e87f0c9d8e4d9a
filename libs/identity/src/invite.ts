import { HOUR, type Instant } from '@warmline/kernel';

/** How long an invite can be used (ms). */
export const INVITE_LASTS = 72 * HOUR;

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
