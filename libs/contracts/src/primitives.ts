import { z } from 'zod';
import { codePoints } from '@warmline/vocabulary';

/** Canonical lower-case UUID of any version. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** Milliseconds since 1970-01-01T00:00:00Z by the database clock. */
export const timeSchema = z.number().int().nonnegative();

/** A place in a timeline: 0 is before the first entry. */
export const seqSchema = z.number().int().nonnegative().max(2_147_483_647);

/** Number of the current holding; every staff write carries it. */
export const epochSchema = z.number().int().positive().max(2_147_483_647);

/** 1 answer first, 2 answer soon, 3 standard. An answer order, not a risk level. */
export const bandSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** Message text as sent. Emptiness and length have refusals of their own, judged after the form. */
export const bodySchema = z.string().max(65_536);

export const nothingSchema = z.strictObject({});

/** Text of at most so many code points: as people count, and as every page counts. */
export const textUpTo = (most: number) =>
  z
    .string()
    .max(most * 2)
    .refine((text) => codePoints(text) <= most);
