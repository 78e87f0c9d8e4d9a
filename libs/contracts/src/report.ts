import { z } from 'zod';
import { bandSchema, timeSchema } from './primitives';
import { shareSchema } from './wallboard';

const countSchema = z.number().int().nonnegative();
/** ms, whole. */
const spanSchema = z.number().int().nonnegative();

/** A day of the service's calendar, `YYYY-MM-DD`. */
const daySchema = z.iso.date();

/** Days of one report, at most: a quarter of a year. */
export const REPORT_DAYS_MOST = 92;
/** The ranges with a name: today, and so many days up to today. */
export const REPORT_RANGES = [1, 7, 28] as const;

const DAY = 86_400_000;
const daysIn = ({ from, until }: { readonly from: string; readonly until: string }): number =>
  (Date.parse(until) - Date.parse(from)) / DAY + 1;

/** As an address asks for it: so many days up to today, or from one day until another, both of them in it. */
export const reportRangeSchema = z.union([
  z.strictObject({ days: z.enum(['1', '7', '28']) }),
  z
    .strictObject({ from: daySchema, until: daySchema })
    .refine((range) => daysIn(range) >= 1 && daysIn(range) <= REPORT_DAYS_MOST),
]);
export type ReportRange = z.infer<typeof reportRangeSchema>;

/** How spans of time (ms) are spread. Of fewer than ten nothing is told, and `n` is null; of none `n` is 0. */
const spreadSchema = z.strictObject({
  n: countSchema.nullable(),
  mean: spanSchema.nullable(),
  median: spanSchema.nullable(),
  p90: spanSchema.nullable(),
});

/**
 * Figures of a range of days, by the definitions of libs/figures. Contacts are counted where their wait ended. A figure of
 * fewer than ten is not told, nor how many they are: it would be about people.
 */
export const reportSchema = z.strictObject({
  now: timeSchema,
  from: timeSchema,
  /** Where the range ends, or `now` while its last day goes on. */
  to: timeSchema,
  /** Both days belong to it. */
  days: z.strictObject({ from: daySchema, until: daySchema }),
  /** Today by the service's calendar. */
  today: daySchema,
  timeZone: z.string(),
  /** More happened than is read of one day: its later contacts are missing. */
  isPartial: z.boolean(),
  /** A figure leaves out days of few people, which are told only together with others (docs/spec/figures.md#small-numbers). */
  leavesOut: z.boolean(),
  /** Contacts whose wait ended in the range, and those that were not queued. Null of one to nine, as the one below. */
  contacts: countSchema.nullable(),
  turnedAway: countSchema.nullable(),
  /** Contacts that began in the range and are erased: no figure counts them. */
  erased: countSchema.nullable(),
  answerRate: shareSchema,
  reachRate: shareSchema,
  speed: z.strictObject({ spread: spreadSchema, meanMost: spanSchema, p90Most: spanSchema }),
  serviceLevel: z.array(z.strictObject({ band: bandSchema, within: spanSchema, share: shareSchema })),
  leftWaiting: shareSchema,
  waitEstimate: z.strictObject({ kept: shareSchema, lateBadly: shareSchema }),
  length: spreadSchema,
  replyGap: z.strictObject({ spread: spreadSchema, medianMost: spanSchema, p90Most: spanSchema }),
  /** Load units in use over the capacity of those on shift, 0 to 1; null while no one was on. */
  occupancy: z.strictObject({
    value: z.number().nonnegative().max(1).nullable(),
    least: z.number(),
    most: z.number(),
  }),
  /** Conversations open at once per responder who had any; null of none. */
  concurrency: z.strictObject({ value: z.number().nonnegative().nullable(), most: z.number() }),
  unfinished: shareSchema,
  handedOver: z.strictObject({ once: shareSchema, twice: shareSchema }),
  helpCalls: z.array(z.strictObject({ urgent: z.boolean(), spread: spreadSchema, most: spanSchema })),
  /** Breaks begun on time of those that came due, and how soon (ms) that is. */
  breaks: z.strictObject({ kept: shareSchema, onTime: spanSchema }),
  /** What visitors answered after a chat. A share of fewer than thirty answers is not told. */
  survey: z.strictObject({ asked: countSchema.nullable(), better: shareSchema, listened: shareSchema }),
  /** Hours of one day, or the days of a longer range. */
  step: z.enum(['hour', 'day']),
  steps: z.array(
    z.strictObject({
      from: timeSchema,
      to: timeSchema,
      /** Null of one to nine, as the two below. */
      arrivals: countSchema.nullable(),
      answered: countSchema.nullable(),
      left: countSchema.nullable(),
      /** Nine in ten of the answered waited at most this (ms); null of too few. */
      p90: spanSchema.nullable(),
      /** 0 to 1; null while no one was on. */
      occupancy: z.number().nonnegative().max(1).nullable(),
    }),
  ),
});
export type Report = z.infer<typeof reportSchema>;
