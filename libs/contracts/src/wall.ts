import { z } from 'zod';
import { isBlank, WALL_LINK_DAYS, WALL_LINK_LABEL_MOST } from '@warmline/vocabulary';
import { idSchema, textUpTo, timeSchema } from './primitives';
import { wallboardSchema } from './wallboard';

/** `GET /api/wall`: figures for a screen on a wall, with the link's secret as the bearer token. */
export const wallSchema = wallboardSchema.omit({ steps: true });
export type Wall = z.infer<typeof wallSchema>;

/** A link that was not revoked, as an administrator sees it. Its secret is shown once, when it is made. */
export const wallLinkSchema = z.strictObject({
  id: idSchema,
  label: z.string(),
  madeBy: z.string(),
  madeAt: timeSchema,
  /** From then on it opens nothing. */
  expiresAt: timeSchema,
  /** When a page last read with it, to within a minute; null for never. */
  readAt: timeSchema.nullable(),
});
export type WallLink = z.infer<typeof wallLinkSchema>;

/** `GET /api/wall-links`, and the answer to a revocation. The oldest first. */
export const wallLinksSchema = z.strictObject({ links: z.array(wallLinkSchema) });
export type WallLinks = z.infer<typeof wallLinksSchema>;

/** `POST /api/wall-links` */
export const newWallLinkSchema = z.strictObject({
  label: textUpTo(WALL_LINK_LABEL_MOST).refine((label) => !isBlank(label)),
  /** How long it works (days). */
  lasts: z.literal([...WALL_LINK_DAYS]),
});
export type NewWallLink = z.infer<typeof newWallLinkSchema>;

export const wallLinkMadeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('made'), secret: z.string(), view: wallLinksSchema }),
  z.strictObject({ outcome: z.literal('too_many') }),
]);
export type WallLinkMade = z.infer<typeof wallLinkMadeSchema>;
