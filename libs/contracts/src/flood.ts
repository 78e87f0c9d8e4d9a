import { z } from 'zod';
import { idSchema, timeSchema } from './primitives';

/** Chats of one flood, at most: the oldest. The others look like a flood of their own afterwards. */
export const FLOOD_CHATS_MAX = 200;

const personSchema = z.strictObject({ id: idSchema, name: z.string() });

/** Waiting chats that came from one network within an hour. Nothing here says which network. */
export const floodSchema = z.strictObject({
  /** Says nothing of the network. */
  crowd: idSchema,
  /** All of them, the oldest first; of an open flood those chosen that still wait, then those that are still set aside. */
  chats: z.array(idSchema).max(FLOOD_CHATS_MAX),
  /** New chats from there are asked for a proof of work, as two supervisors agreed. Null while they are not. */
  proof: z.strictObject({ floodId: idSchema, until: timeSchema }).nullable(),
  /** Null until a supervisor proposes it. */
  open: z
    .strictObject({
      floodId: idSchema,
      proposedBy: personSchema,
      /** Who proposed it would ask new chats from there for a proof of work too. */
      asksProof: z.boolean(),
      /** Chats in danger, or with words, that were ticked one by one: by who proposed it, then by both. */
      ticked: z.array(idSchema),
      /** Null until a second supervisor has confirmed it. From then on its chats are set aside. */
      confirmedBy: personSchema.nullable(),
      /** When the proposal lapses; once it is confirmed, when the chats end that are still set aside. */
      until: timeSchema,
    })
    .nullable(),
});
export type Flood = z.infer<typeof floodSchema>;
