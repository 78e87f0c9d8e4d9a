import { z } from 'zod';
import { bodySchema, idSchema, timeSchema } from './primitives';

const sides = ['visitor', 'responder'] as const;

/** `GET /api/test-chat`, and the answer to everything done in it: a chat that one person holds with themselves. */
export const testChatViewSchema = z.strictObject({
  /** The one that goes on; null for none. */
  chat: z
    .strictObject({
      id: idSchema,
      messages: z
        .array(z.strictObject({ id: idSchema, from: z.enum(sides), body: z.string(), at: timeSchema }))
        .readonly(),
    })
    .nullable(),
  /** Both sides have written, so that finishing it counts for "Ready to open". */
  isWhole: z.boolean(),
});
export type TestChatView = z.infer<typeof testChatViewSchema>;

/** `POST /api/test-chat`: the page makes the id, so beginning twice is once. */
export const testChatBeginSchema = z.strictObject({ id: idSchema });

/** `POST /api/test-chat/message`: the page makes the id, so a message sent twice is one. */
export const testChatMessageSchema = z.strictObject({
  chat: idSchema,
  id: idSchema,
  from: z.enum(sides),
  body: bodySchema,
});
export type TestChatMessage = z.infer<typeof testChatMessageSchema>;

/** `POST /api/test-chat/finish` */
export const testChatFinishSchema = z.strictObject({ chat: idSchema });
