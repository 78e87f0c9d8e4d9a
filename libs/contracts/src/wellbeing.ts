import { z } from 'zod';
import {
  AWAY_REASONS,
  CAPACITY_REASONS,
  CHECK_INS,
  COOL_DOWN_REASONS,
  NO_OFFER_STEPS,
  OBSERVE_REASONS,
  OBSTACLES,
  TRAINING_STATES,
} from '@warmline/vocabulary';
import { nothingSchema, timeSchema } from './primitives';

/** The code of a topic: one of the headings everybody begins with, or one of the charity's own. */
export const topicSchema = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

/** Whether a person is OK to take chats today. No answer needs a reason. */
export const checkInSchema = z.enum(CHECK_INS);

/** One reason why nothing is offered. */
export const obstacleSchema = z.strictObject({
  reason: z.enum(OBSTACLES),
  /** When it ends by itself; null when it does not, or nobody can say. */
  until: timeSchema.nullable(),
  /**
   * What lacks: the module that expired, the skill, the language, the topic, `refresher` or `full_training`; of the hours the
   * `day`, the `week` that a supervisor may lengthen, or `week_at_most` that nobody can.
   */
  lacks: z.string().nullable(),
});
export type Obstacle = z.infer<typeof obstacleSchema>;

/** Why a person is offered no one, and what they can do about it; `step` is null where they can only wait. */
export const noOfferSchema = obstacleSchema.extend({ step: z.enum(NO_OFFER_STEPS).nullable() });
export type NoOffer = z.infer<typeof noOfferSchema>;

/** One training module of a person: amber from 60 days before it expires. */
export const trainingSchema = z.strictObject({
  module: z.string(),
  state: z.enum([...TRAINING_STATES, 'missing']),
  /** Null for a module that is missing. */
  expiresAt: timeSchema.nullable(),
});
export type Training = z.infer<typeof trainingSchema>;

/** A supervisor has allowed more than the hours of a week. */
export const moreHoursSchema = z.strictObject({ by: z.string(), until: timeSchema });

/** Why a supervisor reads along: one of a responder's first conversations, or the first after a long absence. */
export const observeReasonSchema = z.enum(OBSERVE_REASONS);

const span = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

/** What protects a responder at this moment, and why: kept by the server. Spans in ms. */
export const wellbeingSchema = z.strictObject({
  /** Why nothing at all is offered now, the weightiest first; empty when it may be. `at_capacity` is not among them. */
  obstacles: z.array(obstacleSchema),
  /** When offers go on by themselves; null when they do already, or something has to be done first. */
  nextOfferAt: timeSchema.nullable(),
  /** Why this person is away: they chose it, or missed two offers in a row. Null while available. */
  awayBecause: z.enum(AWAY_REASONS).nullable(),
  /** The running shift; null when none runs. A new check-in in it also resets the heavy count. */
  shift: z
    .strictObject({
      beganAt: timeSchema,
      endsAt: timeSchema,
      offersStopAt: timeSchema,
      checkIn: checkInSchema,
      takesSurge: z.boolean(),
    })
    .nullable(),
  hours: z.strictObject({
    today: span,
    todayAtMost: span,
    week: span,
    /** What binds now. */
    weekAtMost: span,
    /** Whose word it was that the week may be longer, and until when it holds. */
    allowed: moreHoursSchema.nullable(),
  }),
  /** Between two shift blocks at least. */
  gaps: z.strictObject({ inDay: span, overnight: span }),
  /** How long breaks and quiet times are in this service, and after how much of open conversation a break is due. */
  spans: z.strictObject({
    workBeforeBreak: span,
    breakFor: span,
    breakDelay: span,
    quietAfter: span,
    quietExtended: span,
    restAfterHeavy: span,
    /** Without activity, until the console hides what people wrote; 0 for never. */
    hideAfter: span,
  }),
  break: z.strictObject({
    /** Once due, offers pause, and the break begins when no conversation is open. Null while none is due soon. */
    dueAt: timeSchema.nullable(),
    /** They asked for one after this conversation. */
    isWanted: z.boolean(),
    /** Once, by 15 minutes. */
    canDelay: z.boolean(),
    /** They are on a break that was not due yet, and may come back early. */
    canEnd: z.boolean(),
    /** Of the break they are on. */
    until: timeSchema.nullable(),
  }),
  /** The quiet time they are in. */
  coolDown: z
    .strictObject({
      until: timeSchema,
      reason: z.enum(COOL_DOWN_REASONS),
      canExtend: z.boolean(),
    })
    .nullable(),
  /** Conversations of band 1 or on a heavy topic, and the limits. */
  heavy: z.strictObject({
    inARow: count,
    inARowAtMost: count,
    sinceCheckIn: count,
    sinceCheckInAtMost: count,
  }),
  capacity: z.strictObject({
    /** Load units they may carry now. */
    units: z.number().positive(),
    reason: z.enum(CAPACITY_REASONS),
    conversationsHeld: count,
  }),
  /** They asked to talk with their supervisor, and nobody has ticked it off. */
  contactWantedAt: timeSchema.nullable(),
  training: z.array(trainingSchema),
  /** "Not this topic today", for this shift. */
  mutedTopics: z.array(topicSchema),
});
export type Wellbeing = z.infer<typeof wellbeingSchema>;

/** One tap at the end of a shift, and an optional practical look back. Words to pass on go by `complaint:pass_on`. */
export const checkOutSchema = z.strictObject({
  feeling: z.enum(['fine', 'tired', 'heavy']).nullable(),
  review: z
    .strictObject({
      /** Something went well; something is left to pass on; they would like to talk with the supervisor. */
      wentWell: z.boolean(),
      passOn: z.boolean(),
      wantsContact: z.boolean(),
    })
    .nullable(),
});
export type CheckOut = z.infer<typeof checkOutSchema>;

/** What a responder asks for their own day; the desk that follows tells what came of it. */
export const wellbeingCommands = {
  /**
   * Begins a shift, or answers again in the running one. `hours_over` when today's or this week's are used up, `too_early`
   * while the gap since the last block is too short. The desk's obstacles say until when.
   */
  'shift:check_in': {
    payload: z.strictObject({
      answer: checkInSchema,
      /** One visitor of band 1 above capacity, when nobody has room. Every other limit still applies. */
      takesSurge: z.boolean(),
    }),
    reply: nothingSchema,
  },
  'shift:check_out': { payload: checkOutSchema, reply: nothingSchema },
  /** Now, or after this conversation. */
  'break:take': { payload: nothingSchema, reply: nothingSchema },
  /** Once, by 15 minutes, when one is due; `not_due` otherwise. */
  'break:delay': { payload: nothingSchema, reply: nothingSchema },
  /** Back early from a break that was not due, or none wished for any more; `not_due` where it has to be taken. */
  'break:end': { payload: nothingSchema, reply: nothingSchema },
  /** From 3 minutes of quiet to 10; `not_due` once the quiet is over. */
  'cool_down:extend': { payload: nothingSchema, reply: nothingSchema },
  /** They would like to talk with their supervisor: offered after what was hard, and open to them at any time. */
  'contact:want': { payload: nothingSchema, reply: nothingSchema },
} as const;
