import { z } from 'zod';
import { PASSWORD_MOST } from '@warmline/vocabulary';
import { staffNameSchema } from './account';
import { idSchema, timeSchema } from './primitives';
import { roleSchema } from './staff';

/** The secret of an invite. One of a wrong form gets the answer of an unknown one. */
const tokenSchema = z.string().max(200);

/** `POST /api/invite/read` */
export const inviteTokenSchema = z.strictObject({ token: tokenSchema });

/** What an open invite says to the person who has it. */
export const inviteSchema = z.strictObject({
  service: z.string(),
  signInName: z.string(),
  name: z.string(),
  expiresAt: timeSchema,
});
export type Invite = z.infer<typeof inviteSchema>;

/** `POST /api/invite/accept`: the person chooses what colleagues call them, and a password that nobody else has seen. */
export const acceptInviteSchema = z.strictObject({
  token: tokenSchema,
  name: staffNameSchema,
  password: z.string().min(1).max(PASSWORD_MOST),
});
export type AcceptInvite = z.infer<typeof acceptInviteSchema>;

/** Someone with an account, and what has become of the newest invite to it; null where there was none. */
export const invitedPersonSchema = z.strictObject({
  id: idSchema,
  signInName: z.string(),
  name: z.string(),
  role: roleSchema,
  isOpened: z.boolean(),
  invite: z
    .strictObject({ state: z.enum(['open', 'used', 'revoked', 'expired']), expiresAt: timeSchema })
    .nullable(),
});
export type InvitedPerson = z.infer<typeof invitedPersonSchema>;

/** `GET /api/invites`, and the answer to revoking one. */
export const invitesSchema = z.strictObject({ people: z.array(invitedPersonSchema) });
export type Invites = z.infer<typeof invitesSchema>;

/** A link, answered this once. */
export const inviteLinkSchema = z.strictObject({ signInName: z.string(), link: z.string() });
export type InviteLink = z.infer<typeof inviteLinkSchema>;

/** `POST /api/invites/:person` */
export const inviteMadeSchema = z.strictObject({
  made: inviteLinkSchema,
  people: z.array(invitedPersonSchema),
});
export type InviteMade = z.infer<typeof inviteMadeSchema>;
