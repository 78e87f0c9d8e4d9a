import { z } from 'zod';
import { bandSchema, idSchema, timeSchema } from './primitives';
import { safetyAnswerSchema } from './safety';
import { endReasonSchema } from './timeline';

/** Conversations in one page of a list of the past. */
export const HISTORY_PAGE_MAX = 50;

/** Where the next page begins: after the last conversation of this one. `at`: microseconds since 1970. */
const historyPlaceSchema = z.strictObject({
  at: z.string().regex(/^[0-9]{1,16}$/),
  conversationId: idSchema,
});
export type HistoryPlace = z.infer<typeof historyPlaceSchema>;

/** How someone read: opened it, read along, reviewed it, or read the brief of a handover. */
export const readingSchema = z.enum(['conversation_read', 'observation_began', 'review_read', 'brief_read']);
export type Reading = z.infer<typeof readingSchema>;

const readerSchema = z.strictObject({
  name: z.string(),
  reading: readingSchema,
  times: z.number().int().positive(),
  firstAt: timeSchema,
  lastAt: timeSchema,
});
export type Reader = z.infer<typeof readerSchema>;

const ownConversationSchema = z.strictObject({
  conversationId: idSchema,
  /** Their last holding of it. `endedAt` is null while they hold it. */
  beganAt: timeSchema,
  endedAt: timeSchema.nullable(),
  /** Everyone but themselves, the first reading first. */
  readers: z.array(readerSchema),
});
export type OwnConversation = z.infer<typeof ownConversationSchema>;

export const ownReadersSchema = z.strictObject({
  /** The newest first, 50 at most. */
  conversations: z.array(ownConversationSchema).max(HISTORY_PAGE_MAX),
  /** Null when there is no more. */
  next: historyPlaceSchema.nullable(),
});
export type OwnReaders = z.infer<typeof ownReadersSchema>;

/** Which conversations are wanted. Null is any. No word is in it. */
const historyFilterSchema = z.strictObject({
  /** Someone who held it at some time. */
  responder: idSchema.nullable(),
  safety: safetyAnswerSchema.nullable(),
  ended: endReasonSchema.nullable(),
});
export type HistoryFilter = z.infer<typeof historyFilterSchema>;

const pastConversationSchema = z.strictObject({
  conversationId: idSchema,
  beganAt: timeSchema,
  /** Null while it goes on. */
  endedAt: timeSchema.nullable(),
  band: bandSchema,
  safety: safetyAnswerSchema,
  ended: endReasonSchema.nullable(),
  /** Who held it last; null where nobody did. */
  responderName: z.string().nullable(),
  /** The first reading first. */
  readers: z.array(readerSchema),
});
export type PastConversation = z.infer<typeof pastConversationSchema>;

export const historyListSchema = z.strictObject({
  /** The newest first, 50 at most: those that fit among the next 500. */
  conversations: z.array(pastConversationSchema).max(HISTORY_PAGE_MAX),
  /** Null when there is nothing before. It may be set on a page where nothing fits. */
  next: historyPlaceSchema.nullable(),
  /** Everyone a list can be of. */
  people: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});
export type HistoryList = z.infer<typeof historyListSchema>;

export const historyCommands = {
  /** Conversations by their time, without anything that was written in them. */
  'history:list': {
    payload: z.strictObject({ before: historyPlaceSchema.nullable(), filter: historyFilterSchema }),
    reply: historyListSchema,
  },
  /** Who read the conversations that the person who asks has held. Nothing of a conversation is in it. */
  'readers:list': {
    payload: z.strictObject({ before: historyPlaceSchema.nullable() }),
    reply: ownReadersSchema,
  },
} as const;
