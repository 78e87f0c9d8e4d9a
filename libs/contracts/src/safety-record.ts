import { z } from 'zod';
import {
  DANGER_STEPS,
  PLAN_PARTS,
  SAFETY_ACTS,
  SAFETY_FACTS,
  SAFETY_LOWERING_REASONS,
  SAFETY_STEP_CAUSES,
  SAFETY_TEXT_MAX,
  SAFETY_TIMEFRAMES,
  SUICIDE_ASKED,
} from '@warmline/vocabulary';
import { epochSchema, idSchema, textUpTo, timeSchema } from './primitives';

/** A call is logged within a week (min). */
const CALLED_WITHIN_MINUTES = 7 * 24 * 60;

const wordsSchema = textUpTo(SAFETY_TEXT_MAX);

const askedSchema = z.strictObject({
  kind: z.literal('asked'),
  answer: z.enum(SUICIDE_ASKED),
  words: wordsSchema,
});
const factSchema = z.strictObject({
  kind: z.literal('fact'),
  fact: z.enum(SAFETY_FACTS),
  isTicked: z.boolean(),
  /** Of the fact `timeframe` alone. */
  timeframe: z.enum(SAFETY_TIMEFRAMES).nullable(),
  words: wordsSchema,
});
const planSchema = z.strictObject({ kind: z.literal('plan'), part: z.enum(PLAN_PARTS), words: wordsSchema });
const actSchema = z.strictObject({ kind: z.literal('act'), act: z.enum(SAFETY_ACTS), words: wordsSchema });
const stepSchema = z.strictObject({
  kind: z.literal('step'),
  step: z.enum(DANGER_STEPS),
  isDone: z.boolean(),
});
const logSchema = z.strictObject({
  kind: z.literal('log'),
  /** Who was called. */
  called: wordsSchema.min(1),
  calledAt: timeSchema,
  reference: wordsSchema,
  outcome: wordsSchema,
  /** The person was reached. */
  isConfirmed: z.boolean(),
});

/** What staff write into a safety record while they talk: the emergency log has a command of its own. */
export const safetyEntrySchema = z.discriminatedUnion('kind', [
  askedSchema,
  factSchema,
  planSchema,
  actSchema,
  stepSchema,
]);
export type SafetyEntryWritten = z.infer<typeof safetyEntrySchema>;

/** Any entry, as it is sealed. */
export const sealedSafetyEntrySchema = z.discriminatedUnion('kind', [
  ...safetyEntrySchema.options,
  logSchema,
]);

/** Who wrote it, by name, and when. */
const written = { by: z.string(), at: timeSchema };

/** What was learned and done for the safety of one visitor. Said or learned, not a prediction. For staff alone. */
export const safetyRecordSchema = z.strictObject({
  conversationId: idSchema,
  /** Database time when this was read. */
  now: timeSchema,
  /** The open safety step; null while none is. */
  step: z.strictObject({ since: timeSchema, because: z.enum(SAFETY_STEP_CAUSES) }).nullable(),
  /** The facts called a supervisor: when, who of them is connected now, and who said that they are coming. */
  called: z
    .strictObject({ at: timeSchema, here: z.array(z.string()), answeredBy: z.string().nullable() })
    .nullable(),
  asked: askedSchema.extend(written).nullable(),
  /** The newest of each. */
  facts: z.array(factSchema.extend(written)),
  plan: z.array(planSchema.extend(written)),
  steps: z.array(stepSchema.extend(written)),
  /** Every one, the oldest first. */
  acts: z.array(actSchema.extend(written)),
  /** The emergency log, for supervisors; empty for others. */
  log: z.array(logSchema.extend({ id: idSchema, ...written })),
  /** Entries that cannot be opened. */
  unreadable: z.number().int().nonnegative(),
});
export type SafetyRecord = z.infer<typeof safetyRecordSchema>;

/** The safety record's part of what a console may send. Each reply is the record afterwards. */
export const safetyRecordCommands = {
  'safety:open': { payload: z.strictObject({ conversationId: idSchema }), reply: safetyRecordSchema },
  /**
   * The page makes the id, so an entry sent twice is one. `epoch`: of the holding a responder acts under; null for a supervisor
   * who does not hold it, and who writes their acts and steps only. Refuses `not_allowed` for what is not theirs to write and
   * `reason_needed` where asking was not needed and no reason is given. Facts that ask for it call a supervisor.
   */
  'safety:record': {
    payload: z.strictObject({
      conversationId: idSchema,
      epoch: epochSchema.nullable(),
      entryId: idSchema,
      entry: safetyEntrySchema,
    }),
    reply: safetyRecordSchema,
  },
  /** A supervisor closes the safety step. What was recorded stays. */
  'safety:close': {
    payload: z.strictObject({ conversationId: idSchema, reason: z.enum(SAFETY_LOWERING_REASONS) }),
    reply: safetyRecordSchema,
  },
  /** A supervisor adds to the emergency log, also after the conversation has ended. Nothing of it is changed or deleted. `minutesAgo`: when they called, by the clock of the database. */
  'emergency:log': {
    payload: z.strictObject({
      conversationId: idSchema,
      entryId: idSchema,
      entry: logSchema
        .omit({ kind: true, calledAt: true })
        .extend({ minutesAgo: z.number().int().nonnegative().max(CALLED_WITHIN_MINUTES) }),
    }),
    reply: safetyRecordSchema,
  },
} as const;
