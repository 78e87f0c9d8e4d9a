import { z } from 'zod';
import { bandSchema, epochSchema, idSchema, seqSchema, timeSchema } from './primitives';
import { safetySchema } from './safety';
import { endReasonSchema, receiptsSchema } from './timeline';

/** One conversation a responder holds, or has ended and must still wrap up. */
export const caseloadItemSchema = z.strictObject({
  conversationId: idSchema,
  epoch: epochSchema,
  state: z.enum(['talking', 'wrap_up']),
  visitorName: z.string(),
  visitorPresent: z.boolean(),
  band: bandSchema,
  safety: safetySchema,
  language: z.string(),
  joinedAt: timeSchema,
  /** When the first responder joined: a handover does not begin the conversation again. */
  talkingSince: timeSchema,
  endedAt: timeSchema.nullable(),
  endReason: endReasonSchema.nullable(),
  head: seqSchema,
  receipts: receiptsSchema,
  /** Last message of each side, null while there is none: the silence clocks. */
  lastVisitorMessageAt: timeSchema.nullable(),
  lastResponderMessageAt: timeSchema.nullable(),
  /** Names of supervisors reading along now. */
  observers: z.array(z.string()),
  /** How often this conversation has been handed over. */
  handovers: z.number().int().nonnegative(),
  /** The holder's shift ends soon and it was not handed over for that yet: the console proposes it. */
  handoverDue: z.boolean(),
});
export type CaseloadItem = z.infer<typeof caseloadItemSchema>;
