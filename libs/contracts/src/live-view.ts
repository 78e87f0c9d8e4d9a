import { z } from 'zod';
import { AVAILABILITIES, AWAY_REASONS, BAND_REASONS, OBSTACLES } from '@warmline/vocabulary';
import { floodSchema } from './flood';
import { handoverSummarySchema } from './handover';
import { bandSchema, epochSchema, idSchema, seqSchema, timeSchema } from './primitives';
import { safetySchema } from './safety';
import { loweringReasonSchema } from './supervision';
import {
  moreHoursSchema,
  observeReasonSchema,
  obstacleSchema,
  topicSchema,
  trainingSchema,
} from './wellbeing';

/** Grows with every update of one gateway. */
const versionSchema = z.number().int().nonnegative();

/** A visitor who waits. No message text. */
const waitingSchema = z.strictObject({
  conversationId: idSchema,
  /** '' where they gave none. */
  visitorName: z.string(),
  band: bandSchema,
  safety: safetySchema,
  language: z.string(),
  enteredAt: timeSchema,
  waitingSince: timeSchema,
  /** When the wait passes the target of its band. */
  targetAt: timeSchema,
  visitorPresent: z.boolean(),
  /** To whom it is offered at this moment. */
  offeredTo: z.string().nullable(),
  /** Who held it until their connection was lost; null for a first wait. */
  heldBefore: z.string().nullable(),
  /** Number of the newest holding; 0 before the first. */
  epoch: z.number().int().nonnegative(),
  messages: z.number().int().nonnegative(),
  topics: z.array(topicSchema),
  /** Why it is in its band. */
  bandBecause: z.enum(BAND_REASONS),
  /** Why someone who said they are in danger does not have the first rank yet. `unseen` and `silent`: they have written nothing.
   * `unproven`: they started in a rush, and their page has not done the proof of work. `set_aside`: part of a flood. */
  hold: z.enum(['unseen', 'silent', 'unproven', 'set_aside']).nullable(),
  /** Who lowered its band, and why; null if no person did. */
  lowered: z.strictObject({ by: z.string(), reason: loweringReasonSchema }).nullable(),
  /** Since when supervisors are called for it: band 1, and nobody has room. */
  calledAt: timeSchema.nullable(),
  /** Why nobody is offered it, and how many people each reason holds back, the most frequent first; empty until it waits past
   * its target. `waiting:why` says who. */
  whyNobody: z.array(z.strictObject({ reason: z.enum(OBSTACLES), people: z.number().int().positive() })),
});

/** A person who may answer visitors. No message text. */
const personOnSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  role: z.enum(['responder', 'supervisor']),
  availability: z.enum(AVAILABILITIES),
  /** They chose it, or missed two offers in a row; null while available. */
  awayBecause: z.enum(AWAY_REASONS).nullable(),
  present: z.boolean(),
  open: z.number().int().nonnegative(),
  wrapUps: z.number().int().nonnegative(),
  /** When their shift ends; null before the first one. */
  shiftEndsAt: timeSchema.nullable(),
  skills: z.array(z.string()),
  /** Load units as a supervisor has set them, as they apply now, and in use. */
  capacity: z.number().int().positive(),
  capacityNow: z.number().positive(),
  load: z.number().nonnegative(),
  /** Why nothing is offered to them, the weightiest first; empty for a person who may be asked. */
  obstacles: z.array(obstacleSchema),
  /** In whole minutes; past where it is due already. */
  breakDueAt: timeSchema.nullable(),
  /** What is not valid, or not for long. */
  training: z.array(trainingSchema),
  /** On shift within 7 days in whole quarters of an hour, and at most by now (ms); whose word it was that it may be more. */
  week: z.strictObject({
    worked: z.number().int().nonnegative(),
    atMost: z.number().int().nonnegative(),
    allowed: moreHoursSchema.nullable(),
  }),
  /** They asked to talk with a supervisor, and nobody has ticked it off. */
  contactWantedAt: timeSchema.nullable(),
  /** A supervisor should read along with their conversations: why, how many held, of how many, and how many observed. */
  toObserve: z
    .strictObject({
      reason: observeReasonSchema,
      held: z.number().int().nonnegative(),
      of: z.number().int().nonnegative(),
      observed: z.number().int().nonnegative(),
    })
    .nullable(),
  /** Their first conversations that wait for feedback: how many, which is due next, and by when. Null while none does. */
  firstFeedback: z
    .strictObject({
      missing: z.number().int().positive(),
      number: z.number().int().positive(),
      dueAt: timeSchema,
    })
    .nullable(),
});

/** A conversation that runs. No message text. */
const runningSchema = z.strictObject({
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
  safety: safetySchema,
  /** When the first holder joined, and this one. */
  startedAt: timeSchema,
  joinedAt: timeSchema,
  topics: z.array(topicSchema),
  head: seqSchema,
  visitorPresent: z.boolean(),
  lastVisitorMessageAt: timeSchema.nullable(),
  lastResponderMessageAt: timeSchema.nullable(),
  observers: z.array(z.string()),
  /** Why a supervisor should read along; null where none needs to, and once one has. */
  toObserve: observeReasonSchema.nullable(),
});

/** What a supervisor sees live: who waits, who is on, which conversations run. */
export const liveViewSchema = z.strictObject({
  /** Counts what this gateway has shown; the updates that follow go on from it. */
  version: versionSchema,
  now: timeSchema,
  /** Stored texts that could not be opened within the last day. */
  unreadable: z.number().int().nonnegative(),
  /** In the order in which they are answered. */
  waiting: z.array(waitingSchema),
  people: z.array(personOnSchema),
  conversations: z.array(runningSchema),
  /** Open handovers of the service, and those that closed within the last minute. */
  handovers: z.array(handoverSummarySchema),
  /** Open floods, then waiting chats that look like one. */
  floods: z.array(floodSchema),
});
export type LiveView = z.infer<typeof liveViewSchema>;

/** What changed in one list: rows that are new or say something else, ids of rows that are gone, and every id in the new order. */
const listUpdateOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    put: z.array(row),
    gone: z.array(idSchema),
    /** Null while what was there keeps its order and what is new comes last. */
    order: z.array(idSchema).nullable(),
  });

/** A change of the live view. It fits only onto version `from`; a page that has another one opens the live view again. */
export const liveViewUpdateSchema = z.strictObject({
  from: versionSchema,
  version: versionSchema,
  now: timeSchema,
  unreadable: z.number().int().nonnegative(),
  waiting: listUpdateOf(waitingSchema),
  people: listUpdateOf(personOnSchema),
  conversations: listUpdateOf(runningSchema),
  /** Null while they are as they were. */
  handovers: z.array(handoverSummarySchema).nullable(),
  floods: z.array(floodSchema).nullable(),
});
export type LiveViewUpdate = z.infer<typeof liveViewUpdateSchema>;

/** `waiting:why`: who is held back by what. Refuses `not_found` for a visitor who does not wait. */
export const whyNobodySchema = z.strictObject({
  people: z.array(z.strictObject({ id: idSchema, name: z.string(), obstacle: obstacleSchema })),
});
