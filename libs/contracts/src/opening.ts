import { z } from 'zod';
import {
  OPENING_CAUSES,
  OPENING_REASONS,
  OPENING_SETTINGS,
  OPENING_STATES,
  TAKES,
} from '@warmline/vocabulary';
import { timeSchema } from './primitives';

export const openingStateSchema = z.enum(OPENING_STATES);

/** Which visitors who arrive now are queued. `urgent`: those who say they are not safe, or not sure. */
export const takesSchema = z.enum(TAKES);

/**
 * The wait a visitor is told. `next`: answered first, no number. `unknown`: too few outcomes for an estimate. `nobody_on`:
 * nobody can answer, and the place is kept. `within`: minutes, 0 for more than an hour; `late` when it takes longer than was
 * said before.
 */
export const waitSchema = z.union([
  z.enum(['next', 'unknown', 'nobody_on']),
  z.strictObject({ within: z.number().int().min(0).max(60), late: z.boolean() }),
]);
export type Wait = z.infer<typeof waitSchema>;

export const openingSettingSchema = z.enum(OPENING_SETTINGS);

export const openingReasonSchema = z.enum(OPENING_REASONS);

/** The opening as a supervisor sees it. */
export const openingViewSchema = z.strictObject({
  now: timeSchema,
  state: openingStateSchema,
  /** Null while it is simply open. */
  why: z.enum(OPENING_CAUSES).nullable(),
  takes: takesSchema,
  closesAt: timeSchema.nullable(),
  opensAt: timeSchema.nullable(),
  /** About when there may be space again, as visitors are told; null where nobody can say. */
  spaceAt: timeSchema.nullable(),
  /** People whose shift is running. */
  onShift: z.number().int().nonnegative(),
  /** Visitors who wait although nobody is on who could answer them, and since when they were told so; null for none. */
  leftWaiting: z.strictObject({ count: z.number().int().positive(), since: timeSchema }).nullable(),
  /** What a standard visitor who came now would be told; `unknown` while nobody can say. */
  wait: waitSchema,
  /** What was set last, by whom; `by` null where no supervisor acted in time. */
  set: z
    .strictObject({
      setting: openingSettingSchema,
      reason: openingReasonSchema,
      by: z.string().nullable(),
      at: timeSchema,
    })
    .nullable(),
  /** `actsAt`: when it happens by itself; null where it waits for a person. */
  suggestion: z
    .strictObject({
      kind: z.enum(['close_to_standard', 'reopen']),
      since: timeSchema,
      actsAt: timeSchema.nullable(),
    })
    .nullable(),
});
export type OpeningView = z.infer<typeof openingViewSchema>;
