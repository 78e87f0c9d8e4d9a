import { z } from 'zod';
import { handoverSummarySchema } from './handover';
import { bandSchema, epochSchema, idSchema, seqSchema, timeSchema } from './primitives';

/** What a supervisor sees live: who waits, who is on, which conversations run. No message text. */
export const boardSchema = z.strictObject({
  now: timeSchema,
  waiting: z.array(
    z.strictObject({
      conversationId: idSchema,
      band: bandSchema,
      language: z.string(),
      enteredAt: timeSchema,
      waitingSince: timeSchema,
      visitorPresent: z.boolean(),
      /** To whom it is offered at this moment. */
      offeredTo: z.string().nullable(),
      /** Who held it until their line broke; null for a first wait. */
      heldBefore: z.string().nullable(),
      /** Number of the newest holding; 0 before the first. */
      epoch: z.number().int().nonnegative(),
      messages: z.number().int().nonnegative(),
    }),
  ),
  people: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      role: z.enum(['responder', 'supervisor']),
      availability: z.enum(['available', 'away']),
      present: z.boolean(),
      open: z.number().int().nonnegative(),
      wrapUps: z.number().int().nonnegative(),
      /** When their shift ends; null before the first one. */
      shiftEndsAt: timeSchema.nullable(),
      skills: z.array(z.string()),
      capacity: z.number().int().positive(),
    }),
  ),
  conversations: z.array(
    z.strictObject({
      conversationId: idSchema,
      visitorName: z.string(),
      responderId: idSchema,
      responderName: z.string(),
      /** Whether the holder's console is connected. */
      responderPresent: z.boolean(),
      epoch: epochSchema,
      /** How often it has been handed over. */
      handovers: z.number().int().nonnegative(),
      band: bandSchema,
      joinedAt: timeSchema,
      head: seqSchema,
      visitorPresent: z.boolean(),
      lastVisitorMessageAt: timeSchema.nullable(),
      lastResponderMessageAt: timeSchema.nullable(),
      observers: z.array(z.string()),
    }),
  ),
  /** Open handovers of the service, and those that closed within the last minute. */
  handovers: z.array(handoverSummarySchema),
});
export type Board = z.infer<typeof boardSchema>;
