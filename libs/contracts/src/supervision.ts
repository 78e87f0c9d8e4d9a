import { z } from 'zod';
import { LOWERING_REASONS, MORE_HOURS_REASONS, WAITING_NOTICES } from '@warmline/vocabulary';
import { bandSchema, epochSchema, idSchema, nothingSchema } from './primitives';
import { obstacleSchema } from './wellbeing';

export const loweringReasonSchema = z.enum(LOWERING_REASONS);
export const moreHoursReasonSchema = z.enum(MORE_HOURS_REASONS);
const aboutPerson = z.strictObject({ staffId: idSchema });

/** What a supervisor does about the queue and about colleagues. Everything is recorded. */
export const supervisorCommands = {
  /** Promoting needs no reason, lowering does: refuses `reason_needed`. */
  'band:set': {
    payload: z.strictObject({
      conversationId: idSchema,
      band: bandSchema,
      reason: loweringReasonSchema.nullable(),
    }),
    reply: nothingSchema,
  },
  /**
   * Asks this person for this visitor now, instead of anyone who is being asked. `aboveCapacity`: one more of band 1, for
   * a person who agreed to it in this shift. Replies with the obstacles where they may not be asked.
   */
  'offer:assign': {
    payload: z.strictObject({ conversationId: idSchema, staffId: idSchema, aboveCapacity: z.boolean() }),
    reply: z.strictObject({ isAsked: z.boolean(), obstacles: z.array(obstacleSchema) }),
  },
  /** The supervisor takes the next visitor, or the next of band 1, and holds the conversation from then on. */
  'queue:take': {
    payload: z.strictObject({ who: z.enum(['next', 'answer_first']) }),
    reply: z.strictObject({ conversationId: idSchema, epoch: epochSchema }),
  },
  /** Told in each waiting visitor's own timeline; the same words again only after a while: refuses `too_fast`. */
  'waiting:tell': {
    payload: z.strictObject({ notice: z.enum(WAITING_NOTICES) }),
    reply: z.strictObject({ told: z.number().int().nonnegative() }),
  },
  'person:set_capacity': {
    payload: z.strictObject({
      staffId: idSchema,
      capacity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    }),
    reply: nothingSchema,
  },
  /** A break that begins once they talk with nobody; nothing is offered until it is over. */
  'person:call_break': { payload: aboutPerson, reply: nothingSchema },
  /** Nothing new comes to them; what they hold stays theirs, and handing it over is proposed to them. */
  'person:close_shift': { payload: aboutPerson, reply: nothingSchema },
  /**
   * For a day this person may be on shift beyond the hours of a week, never beyond what nobody can lengthen. Refuses
   * `not_yourself`, and `hours_over` where there is nothing left to allow.
   */
  'person:allow_hours': {
    payload: z.strictObject({ staffId: idSchema, reason: moreHoursReasonSchema }),
    reply: nothingSchema,
  },
  /** The supervisor has spoken to a person who asked for contact. */
  'person:contacted': { payload: aboutPerson, reply: nothingSchema },
} as const;
