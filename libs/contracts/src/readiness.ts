import { z } from 'zod';
import { READINESS_CHECKS, READINESS_CONFIRMATIONS } from '@warmline/vocabulary';
import { openingViewSchema } from './opening';
import { timeSchema } from './primitives';

export const readinessCheckSchema = z.enum(READINESS_CHECKS);

/** SHA-256 of what a person says that they have looked at. */
const aboutSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** `GET /api/readiness`, and the answer to what changes it. Computed at that moment. */
export const readinessViewSchema = z.strictObject({
  now: timeSchema,
  /** When it was opened for the first time; null: it takes no visitor yet. */
  openedAt: timeSchema.nullable(),
  /** What a visitor who came now is told, and why: opened for the first time, it may still be closed. */
  opening: openingViewSchema.pick({ state: true, why: true, takes: true }),
  lines: z
    .array(
      z.strictObject({
        check: readinessCheckSchema,
        isDone: z.boolean(),
        /** Nobody opens without it. */
        isNeeded: z.boolean(),
        /** Nothing is asked for here where not, as a second factor in the demo. */
        isAsked: z.boolean(),
        count: z.number().int().nullable(),
        at: timeSchema.nullable(),
        by: z.string().nullable(),
        /** Someone confirmed it, and it is another now or too long ago. */
        isOutdated: z.boolean(),
      }),
    )
    .readonly(),
  /** What can be confirmed, as it is at that moment. */
  about: z.record(z.enum(READINESS_CONFIRMATIONS), aboutSchema),
});
export type ReadinessView = z.infer<typeof readinessViewSchema>;

/** `POST /api/readiness/confirm`. `about`: of the view that the person was shown. */
export const readinessConfirmSchema = z.strictObject({
  what: z.enum(READINESS_CONFIRMATIONS),
  about: aboutSchema,
});
export type ReadinessConfirm = z.infer<typeof readinessConfirmSchema>;

export const readinessConfirmedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('confirmed'), view: readinessViewSchema }),
  /** It is another by now, so nothing is confirmed. */
  z.strictObject({ outcome: z.literal('outdated'), view: readinessViewSchema }),
]);
export type ReadinessConfirmed = z.infer<typeof readinessConfirmedSchema>;

/** `POST /api/readiness/open`: what the administrator was told is missing. */
export const readinessOpenSchema = z.strictObject({ missing: z.array(readinessCheckSchema).max(20) });

export const readinessOpenedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('opened'), view: readinessViewSchema }),
  /** Something is missing that was not named, or that nobody opens without. */
  z.strictObject({ outcome: z.literal('not_ready'), view: readinessViewSchema }),
]);
export type ReadinessOpened = z.infer<typeof readinessOpenedSchema>;
