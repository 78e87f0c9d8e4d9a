import { z } from 'zod';
import { ERASURE_REASONS, HOLD_REASONS, RETENTION_WISHES } from '@warmline/vocabulary';
import { idSchema, timeSchema } from './primitives';

/** Holds on one page. More are counted. */
export const HOLDS_MOST = 200;

const holdReasonSchema = z.enum(HOLD_REASONS);
const erasureReasonSchema = z.enum(ERASURE_REASONS);

/** `POST /api/holds`: one person asks. The page makes the id, so that asking twice is once. */
export const newRetentionRequestSchema = z.discriminatedUnion('wish', [
  z.strictObject({
    id: idSchema,
    conversationId: idSchema,
    wish: z.literal('hold'),
    reason: holdReasonSchema,
  }),
  z.strictObject({ id: idSchema, conversationId: idSchema, wish: z.literal('end_hold'), reason: z.null() }),
  z.strictObject({
    id: idSchema,
    conversationId: idSchema,
    wish: z.literal('erase'),
    reason: erasureReasonSchema,
  }),
]);
export type NewRetentionRequest = z.infer<typeof newRetentionRequestSchema>;

/** `POST /api/holds/:request`: a second person agrees or declines, or who asked withdraws it. */
export const retentionAnswerSchema = z.strictObject({ agrees: z.boolean() });
export type RetentionAnswer = z.infer<typeof retentionAnswerSchema>;

const retentionRequestSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  wish: z.enum(RETENTION_WISHES),
  reason: z.union([holdReasonSchema, erasureReasonSchema]).nullable(),
  askedBy: z.string(),
  /** Who asked withdraws it, and never agrees. */
  isOwn: z.boolean(),
  askedAt: timeSchema,
  /** From then on no one can agree. */
  lapsesAt: timeSchema,
  /** When the conversation is erased if nothing else is decided, `YYYY-MM-DD`. */
  expiryDay: z.iso.date(),
});
export type ListedRetentionRequest = z.infer<typeof retentionRequestSchema>;

const holdSchema = z.strictObject({
  conversationId: idSchema,
  reason: holdReasonSchema,
  askedBy: z.string(),
  agreedBy: z.string(),
  heldAt: timeSchema,
  /** When someone has to look at it again, 90 days after the last time. */
  reviewBy: timeSchema,
  isDue: z.boolean(),
  /** When it would have been erased, or would be, `YYYY-MM-DD`. */
  expiryDay: z.iso.date(),
});
export type ListedHold = z.infer<typeof holdSchema>;

/** `GET /api/holds`, and the answer to each act. Nothing that was written is in it. */
export const holdsSchema = z.strictObject({
  /** What waits for a second person, the oldest first. */
  requests: z.array(retentionRequestSchema),
  /** The reader may ask, agree, and look at a hold again. */
  mayDecide: z.boolean(),
  /** The one that was looked at longest ago first. */
  holds: z.array(holdSchema).max(HOLDS_MOST),
});
export type Holds = z.infer<typeof holdsSchema>;
