import { z } from 'zod';
import { idSchema, timeSchema } from './primitives';
import { talkingStaffSchema } from './setup';
import { roleSchema } from './staff';

/** What decides what a person may do. */
export const accessSchema = z.strictObject({ role: roleSchema, active: z.boolean() });
export type Access = z.infer<typeof accessSchema>;

/** A change of what a person may do that waits for a second person. */
export const accessProposalSchema = z.strictObject({
  id: idSchema,
  signInName: z.string(),
  name: z.string(),
  from: accessSchema,
  to: accessSchema,
  /** Who proposed it. */
  by: z.string(),
  proposedAt: timeSchema,
  /** Nobody can agree after that. */
  expiresAt: timeSchema,
  /** Who reads it: someone who can be the second person, the one who proposed it, or the one whom it concerns. */
  reader: z.enum(['second', 'proposer', 'concerned']),
});
export type AccessProposal = z.infer<typeof accessProposalSchema>;

/** `GET /api/access`, and the answer to declining or withdrawing one. */
export const accessWaitingSchema = z.strictObject({ waiting: z.array(accessProposalSchema) });
export type AccessWaiting = z.infer<typeof accessWaitingSchema>;

/** `POST /api/access/:proposal/agree`. `confirmed`: it was asked, as `in_conversation`. */
export const agreeAccessSchema = z.strictObject({ confirmed: z.literal(true).optional() });
export type AgreeAccess = z.infer<typeof agreeAccessSchema>;

export const agreedAccessSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('agreed'), ...accessWaitingSchema.shape }),
  /** It would sign the person out while they talk with visitors. It is made only when it is confirmed. */
  z.strictObject({ outcome: z.literal('in_conversation'), people: z.array(talkingStaffSchema) }),
]);
export type AgreedAccess = z.infer<typeof agreedAccessSchema>;
