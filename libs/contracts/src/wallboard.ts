import { z } from 'zod';
import { bandSchema, timeSchema } from './primitives';

const countSchema = z.number().int().nonnegative();

/** ms, whole. */
const spanSchema = z.number().int().nonnegative();

/** So many of so many, and where it should be (0 to 1). `part` is null for a split too small to show, and so is `of` where it is told to nobody. */
export const shareSchema = z.strictObject({
  part: countSchema.nullable(),
  of: countSchema.nullable(),
  least: z.number().nullable(),
  most: z.number().nullable(),
});
export type Share = z.infer<typeof shareSchema>;

/**
 * A supervisor's figures, by the definitions of libs/figures. Since then only, for rates; contacts are counted where their wait
 * ended. Null where nothing measures it yet: never a number that nobody counted.
 */
export const wallboardSchema = z.strictObject({
  now: timeSchema,
  /** Where the interval of rates and steps begins. */
  from: timeSchema,
  /** More happened than is read in one go: rates are of the newest contacts. */
  isPartial: z.boolean(),
  waiting: z.array(
    z.strictObject({
      band: bandSchema,
      waiting: countSchema,
      /** When the longest wait began; null when nobody waits. */
      longestSince: timeSchema.nullable(),
      /** The longest there should be (ms). */
      most: spanSchema,
    }),
  ),
  answerRate: shareSchema,
  reachRate: shareSchema,
  serviceLevel: z.array(z.strictObject({ band: bandSchema, within: spanSchema, share: shareSchema })),
  leftWaiting: shareSchema,
  waitEstimate: z.strictObject({ kept: shareSchema, lateBadly: shareSchema }).nullable(),
  /** Load units · minutes in use of those signed on. */
  occupancy: z.strictObject({
    whole: z.strictObject({ used: countSchema, of: countSchema }),
    lastHalfHour: z.strictObject({ used: countSchema, of: countSchema }),
    least: z.number(),
    most: z.number(),
    /** Above this for half an hour, a supervisor should act. */
    alarm: z.number(),
  }),
  helpCalls: z.strictObject({
    /** Calls that nobody has joined yet, and when the oldest of them began. */
    open: countSchema,
    longestSince: timeSchema.nullable(),
    /** From calling to a supervisor's joining: nine of ten within `p90` (ms), which is null for too few to show. */
    response: z.array(
      z.strictObject({
        urgent: z.boolean(),
        /** Null of one to nine, on a wall. */
        n: countSchema.nullable(),
        p90: spanSchema.nullable(),
        most: spanSchema,
      }),
    ),
  }),
  /** Quarters of an hour, the last one still running. */
  steps: z.array(
    z.strictObject({
      to: timeSchema,
      waiting: countSchema,
      longest: spanSchema.nullable(),
      arrivals: countSchema,
      answered: countSchema,
      left: countSchema,
    }),
  ),
});
export type Wallboard = z.infer<typeof wallboardSchema>;
