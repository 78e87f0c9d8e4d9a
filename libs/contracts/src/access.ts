import { z } from 'zod';
import { inviteLinkSchema } from './invite';
import { idSchema, timeSchema } from './primitives';
import { talkingStaffSchema } from './setup';
import { roleSchema } from './staff';

/** What decides what a person may do. */
export const accessSchema = z.strictObject({
  role: roleSchema,
  furtherRoles: z.array(roleSchema),
  active: z.boolean(),
});
export type Access = z.infer<typeof accessSchema>;

const change = {
  id: idSchema,
  /** Another role or account, a new invite for someone who has lost everything, or a name that becomes an alias at once. */
  kind: z.enum(['access', 'recovery', 'leaving']),
  signInName: z.string(),
  name: z.string(),
  from: accessSchema,
  to: accessSchema,
  /** Who proposed it. */
  by: z.string(),
};

/** What waits for a second person. */
export const accessProposalSchema = z.strictObject({
  ...change,
  proposedAt: timeSchema,
  /** Nobody can agree after that. */
  expiresAt: timeSchema,
  /**
   * Who reads it: someone who can be the second person, the one who proposed it, the one whom it concerns, or one who had a
   * part in the link of the proposer's account shortly before.
   */
  reader: z.enum(['second', 'proposer', 'concerned', 'link_giver']),
});
export type AccessProposal = z.infer<typeof accessProposalSchema>;

/** `GET /api/access`, and the answer to proposing, declining or withdrawing. */
export const accessWaitingSchema = z.strictObject({
  waiting: z.array(accessProposalSchema),
  /** What was agreed to in the last 72 hours, the newest first. */
  agreed: z.array(z.strictObject({ ...change, agreedBy: z.string(), at: timeSchema })),
});
export type AccessWaiting = z.infer<typeof accessWaitingSchema>;

/** `POST /api/access/recovery` */
export const recoverySchema = z.strictObject({ signInName: z.string().trim().min(1).max(60) });

/** `POST /api/access/:proposal/agree`. `confirmed`: it was asked, as `in_conversation`. */
export const agreeAccessSchema = z.strictObject({ confirmed: z.literal(true).optional() });
export type AgreeAccess = z.infer<typeof agreeAccessSchema>;

export const agreedAccessSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('agreed'),
    /** Of someone who is recovered or has not opened their account yet: shown this once. */
    invite: inviteLinkSchema.nullable(),
    ...accessWaitingSchema.shape,
  }),
  /** It would sign the person out while they talk with visitors. It is made only when it is confirmed. */
  z.strictObject({ outcome: z.literal('in_conversation'), people: z.array(talkingStaffSchema) }),
]);
export type AgreedAccess = z.infer<typeof agreedAccessSchema>;

/** What each person may do: its columns are the actions. */
export const ACTIONS_SHOWN = [
  'take_chats',
  'watch_chats',
  'decide_safety',
  'review',
  'look_back',
  'hold',
  'export_audit',
  'set_up',
  'invite',
  'agree',
] as const;

/** `GET /api/access/people`: everyone who is active, and what they may do. */
export const accessMatrixSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      signInName: z.string(),
      role: roleSchema,
      furtherRoles: z.array(roleSchema),
      actions: z.array(z.enum(ACTIONS_SHOWN)),
    }),
  ),
});
export type AccessMatrix = z.infer<typeof accessMatrixSchema>;
