import { z } from 'zod';
import { bandSchema, idSchema, seqSchema, timeSchema } from './primitives';

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
      capacity: z.number().int().positive(),
    }),
  ),
  conversations: z.array(
    z.strictObject({
      conversationId: idSchema,
      visitorName: z.string(),
      responderName: z.string(),
      band: bandSchema,
      joinedAt: timeSchema,
      head: seqSchema,
      visitorPresent: z.boolean(),
      lastVisitorMessageAt: timeSchema.nullable(),
      lastResponderMessageAt: timeSchema.nullable(),
      observers: z.array(z.string()),
    }),
  ),
});
export type Board = z.infer<typeof boardSchema>;
