import { z } from 'zod';
import { timeSchema } from './primitives';

/** `GET /api/leaving`, and the answer to asking that someone leaves sooner: those who are not active, the longest first. */
export const leaversSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      signInName: z.string(),
      /** Then their name becomes an alias, and their record is reduced for good. */
      leavesAt: timeSchema,
      /** That it happens at once waits for a second person. */
      isAsked: z.boolean(),
    }),
  ),
});
export type Leavers = z.infer<typeof leaversSchema>;

/** `POST /api/leaving` */
export const leaveNowSchema = z.strictObject({ signInName: z.string().trim().min(1).max(60) });
