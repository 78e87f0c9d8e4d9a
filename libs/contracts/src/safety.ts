import { z } from 'zod';
import { SAFETY_ANSWERS, SAFETY_LOWERING_REASONS, SAFETY_SETTERS } from '@warmline/vocabulary';
import { epochSchema, idSchema, nothingSchema, timeSchema } from './primitives';

export const safetyAnswerSchema = z.enum(SAFETY_ANSWERS);

/** What is known of whether the visitor is safe now, who set it, and when. Said or learned, not a prediction. */
export const safetySchema = z.strictObject({
  answer: safetyAnswerSchema,
  by: z.enum(SAFETY_SETTERS),
  /** Of the person who set it; null where the visitor did. */
  byName: z.string().nullable(),
  at: timeSchema,
  /** Since when a safety step is open; left out while none is. */
  stepAt: timeSchema.optional(),
  /** Entries of the safety record, left out for none: a page that shows it reads it again when the number grows. */
  entries: z.number().int().positive().optional(),
});
export type Safety = z.infer<typeof safetySchema>;

/** What staff do about a visitor's safety. Everything is recorded. */
export const safetyCommands = {
  /**
   * Raising needs no reason, lowering does: refuses `reason_needed`. `epoch` is of the holding a responder acts
   * under; a supervisor may set it in any. A more urgent answer also moves the visitor to its band.
   */
  'safety:set': {
    payload: z.strictObject({
      conversationId: idSchema,
      epoch: epochSchema.nullable(),
      answer: safetyAnswerSchema,
      reason: z.enum(SAFETY_LOWERING_REASONS).nullable(),
    }),
    reply: nothingSchema,
  },
} as const;
