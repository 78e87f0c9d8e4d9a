import { z } from 'zod';
import { FLOOD_CHATS_MAX } from './flood';
import { liveViewSchema } from './live-view';
import { idSchema } from './primitives';

const chatsSchema = z.array(idSchema).max(FLOOD_CHATS_MAX);

/** What supervisors do about waiting chats that look like one flood. Each reply is the live view afterwards. Everything is recorded. */
export const floodCommands = {
  /**
   * The page makes the id, so a proposal sent twice is one. `ticked`: chats in danger or with words that were chosen one by one; others of
   * that kind are left out. Refuses `flood_changed`.
   */
  'flood:propose': {
    payload: z.strictObject({
      floodId: idSchema,
      crowd: idSchema,
      chats: chatsSchema.min(1),
      ticked: chatsSchema,
      /** Asks new chats from there for a proof of work, for an hour, where another supervisor wants it too. Nobody in danger is asked. */
      asksProof: z.boolean(),
    }),
    reply: liveViewSchema,
  },
  /**
   * By another supervisor than who proposed it: the chats are set aside. Of chats in danger or with words, only those that both ticked; a proof
   * of work is asked for only where both want it. Refuses
   * `not_found`, `not_yourself`, `flood_changed`.
   */
  'flood:confirm': {
    payload: z.strictObject({ floodId: idSchema, ticked: chatsSchema, asksProof: z.boolean() }),
    reply: liveViewSchema,
  },
  /** Takes a proposal back or refuses it. Once it is confirmed: brings its chats back, for ten minutes, and asks for no proof any more. Refuses `not_found`, `flood_changed`. */
  'flood:undo': { payload: z.strictObject({ floodId: idSchema }), reply: liveViewSchema },
  /** By any supervisor: new chats are asked for no proof any more. Twice is once. Refuses `not_found`. */
  'flood:stop_proof': { payload: z.strictObject({ floodId: idSchema }), reply: liveViewSchema },
} as const;
