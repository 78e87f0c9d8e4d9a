import { z } from 'zod';
import { nothingSchema, timeSchema } from './primitives';

const people = z.number().nonnegative();
const minutes = z.number().nonnegative();

/** What the next hours will be like, and who would have to be on besides, by simulating this very moment. */
export const forecastSchema = z.strictObject({
  now: timeSchema,
  /** Waits (min) that four of five should not exceed in any hour. */
  target: minutes,
  /** Expected from the same hours of earlier weeks, or, with too little known, from the latest hours. */
  basis: z.enum(['same_hours', 'latest_hours']),
  hours: z.array(
    z.strictObject({
      /** The first begins now; the others are full hours. */
      from: timeSchema,
      until: timeSchema,
      /** People who are expected to come in it, and who can be answered by those planned, and with the additions. */
      arrivals: people,
      answerable: people,
      answerableWithMore: people,
      /** People who are planned to be on in some part of it. */
      planned: z.number().int().nonnegative(),
      /** Four of five who come in it wait at most so long (min): as planned, and with the additions. */
      wait: minutes,
      waitWithMore: minutes,
    }),
  ),
  /** None overlaps another. */
  additions: z.array(
    z.strictObject({ responders: z.number().int().positive(), from: timeSchema, until: timeSchema }),
  ),
  /** Whether the additions bring every hour under the target. */
  isReached: z.boolean(),
});
export type Forecast = z.infer<typeof forecastSchema>;

export const forecastCommands = {
  /** Begins one, or joins the one under way; what comes of it is told by `forecast:changed`. */
  'forecast:make': { payload: nothingSchema, reply: nothingSchema },
} as const;

export const forecastNotices = {
  'forecast:changed': z.strictObject({
    /** How far it is, 0 to 1. */
    share: z.number().min(0).max(1),
    /** Null until it is made. */
    forecast: forecastSchema.nullable(),
    /** It could not be made. */
    failed: z.boolean(),
  }),
} as const;
