import { z } from 'zod';
import { idSchema, timeSchema } from './primitives';
import { trainingSchema } from './wellbeing';

const shiftSchema = z.strictObject({ beginsAt: timeSchema, endsAt: timeSchema });
export type PlannedShift = z.infer<typeof shiftSchema>;

/** A shift that one person asked another to take, and what became of it. */
export const shiftSwapSchema = z.strictObject({
  id: idSchema,
  /** `over`: nobody answered before the shift began, or the rota was changed. */
  state: z.enum(['asked', 'agreed', 'declined', 'withdrawn', 'over']),
  by: z.string(),
  of: z.string(),
  /** What this person can do: they asked, or they are asked; null for neither. */
  mine: z.enum(['asked', 'answers']).nullable(),
  given: shiftSchema,
  /** What is given in return; null for nothing. */
  back: shiftSchema.nullable(),
  askedAt: timeSchema,
});
export type ShiftSwapView = z.infer<typeof shiftSwapSchema>;

/** `GET /api/rota/own`: what a person sees of the rota. */
export const ownRotaSchema = z.strictObject({
  /** IANA name: the wall of the service. */
  zone: z.string(),
  shifts: z.array(shiftSchema),
  training: z.array(trainingSchema),
  /** Those who could take a shift: of the same role, with their own shifts. */
  colleagues: z.array(z.strictObject({ id: idSchema, name: z.string(), shifts: z.array(shiftSchema) })),
  swaps: z.array(shiftSwapSchema),
});
export type OwnRota = z.infer<typeof ownRotaSchema>;

/** `GET /api/rota/swaps`: all swaps of shifts of the last 28 days and to come, for supervisors. */
export const swapsSchema = z.strictObject({ zone: z.string(), swaps: z.array(shiftSwapSchema) });
export type Swaps = z.infer<typeof swapsSchema>;

/** `POST /api/rota/swaps`: asks a colleague to take a shift. Shifts are named by their beginning. */
export const askSwapSchema = z.strictObject({
  of: idSchema,
  given: timeSchema,
  back: timeSchema.nullable(),
});
export type AskSwap = z.infer<typeof askSwapSchema>;

/** `POST /api/rota/swaps/:swap` */
export const answerSwapSchema = z.strictObject({ answer: z.enum(['agree', 'decline', 'withdraw']) });
export type AnswerSwap = z.infer<typeof answerSwapSchema>;

/** The answer to both. Whatever is not `done` has changed nothing. */
export const swapAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), own: ownRotaSchema }),
  /** The shift has begun, the rota was changed, it was answered already, or is offered to someone. */
  z.strictObject({ outcome: z.literal('over'), own: ownRotaSchema }),
  /** One of the two could not work their shifts afterwards. */
  z.strictObject({
    outcome: z.literal('not_possible'),
    whose: z.enum(['mine', 'theirs']),
    problem: z.enum(['too_near', 'hours_of_day', 'hours_of_week']),
  }),
]);
export type SwapAnswer = z.infer<typeof swapAnswerSchema>;
