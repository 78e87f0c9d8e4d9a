import { z } from 'zod';
import { isMailbox, ON_CALL_RESULTS, PASSWORD_MOST } from '@warmline/vocabulary';
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
    .strictObject({
      state: z.enum(['open', 'used', 'revoked', 'expired']),
      expiresAt: timeSchema,
      /** When its link was last sent by e-mail, and what came of it: null while it is being sent, or where that was cut off. */
      mailed: z.strictObject({ at: timeSchema, result: z.enum(ON_CALL_RESULTS).nullable() }).nullable(),
    })
    .nullable(),
});
export type InvitedPerson = z.infer<typeof invitedPersonSchema>;

/** `GET /api/invites`, and the answer to revoking one. */
export const invitesSchema = z.strictObject({ people: z.array(invitedPersonSchema) });
export type Invites = z.infer<typeof invitesSchema>;

/** A link, answered this once. */
export const inviteLinkSchema = z.strictObject({
  signInName: z.string(),
  link: z.string(),
  /** Whether this deployment has a mail server, so that the link can be sent. */
  canMail: z.boolean(),
});
export type InviteLink = z.infer<typeof inviteLinkSchema>;

/** `POST /api/invites/:person` */
export const inviteMadeSchema = z.strictObject({
  made: inviteLinkSchema,
  people: z.array(invitedPersonSchema),
});
export type InviteMade = z.infer<typeof inviteMadeSchema>;

/** `POST /api/invite/mail`: by who made the link, and has it on their page. */
export const mailInviteSchema = z.strictObject({
  token: tokenSchema,
  address: z.string().trim().refine(isMailbox),
});
export type MailInvite = z.infer<typeof mailInviteSchema>;

/** `sent`: the mail server took it. Whether it arrives is for that server. */
export const inviteMailedSchema = z.strictObject({ result: z.enum(ON_CALL_RESULTS) });
export type InviteMailed = z.infer<typeof inviteMailedSchema>;
