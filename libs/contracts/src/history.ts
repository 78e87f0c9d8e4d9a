import { z } from 'zod';
import { READING_PURPOSES } from '@warmline/vocabulary';
import { briefSchema } from './handover';
import { bandSchema, idSchema, seqSchema, textUpTo, timeSchema } from './primitives';
import { safetyAnswerSchema } from './safety';
import { sealedSafetyEntrySchema } from './safety-record';
import { endReasonSchema, timelinePageSchema } from './timeline';
import { topicSchema } from './wellbeing';
import { CONTACT_KINDS, OUTCOMES } from './wrap-up';

/** Conversations in one page of a list of the past. */
export const HISTORY_PAGE_MAX = 50;

/** People whose conversations a list can be of. */
export const HISTORY_PEOPLE_MAX = 500;

/** Where the next page begins: after the last conversation of this one. `at`: microseconds since 1970. */
const historyPlaceSchema = z.strictObject({
  at: z.string().regex(/^[0-9]{1,16}$/),
  conversationId: idSchema,
});
export type HistoryPlace = z.infer<typeof historyPlaceSchema>;

/** How someone read: opened it, read along, reviewed it, read the brief of a handover, or opened it in History. */
export const readingSchema = z.enum([
  'conversation_read',
  'observation_began',
  'review_read',
  'brief_read',
  'history_read',
]);
export type Reading = z.infer<typeof readingSchema>;

const readerSchema = z.strictObject({
  name: z.string(),
  reading: readingSchema,
  /** Why they opened it in History; null for another reading. */
  purpose: z.enum(READING_PURPOSES).nullable(),
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

/** A moment that someone asks about (ms since 1970), as a decimal text: to the end of the year 9999 and a little beyond. */
const momentSchema = z.string().regex(/^[0-9]{1,15}$/);

/** Which conversations are wanted. Null is any. No word is in it. */
const historyFilterSchema = z.strictObject({
  /** Someone who held it at some time. */
  responder: idSchema.nullable(),
  safety: safetyAnswerSchema.nullable(),
  ended: endReasonSchema.nullable(),
  /** How the last wrap-up coded it. */
  outcome: z.enum(OUTCOMES).nullable(),
  /** Of any wrap-up. */
  topic: topicSchema.nullable(),
  /** When it began: from this moment, and before that one. */
  from: momentSchema.nullable(),
  until: momentSchema.nullable(),
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
  outcome: z.enum(OUTCOMES).nullable(),
  /** The main topic of each wrap-up first. */
  topics: z.array(topicSchema),
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
  /** Everyone a list can be of: who held a conversation or may hold one, in the order of their names. */
  people: z.array(z.strictObject({ id: idSchema, name: z.string() })).max(HISTORY_PEOPLE_MAX),
});
export type HistoryList = z.infer<typeof historyListSchema>;

/** Acts in one answer, at most. */
export const ACTS_PAGE_MAX = 200;

/** The number of an audit row: a decimal text, for it may be large. `0` is before all. */
export const actNumberSchema = z.string().regex(/^(0|[1-9][0-9]{0,18})$/);

/** One row of the audit log, with names in place of ids. */
export const actSchema = z.strictObject({
  id: actNumberSchema,
  at: timeSchema,
  /** What was done, as the audit log names it. */
  action: z.string(),
  by: z.enum(['visitor', 'staff', 'system']),
  /** Null for a visitor, the system, and someone whose record is gone. */
  byName: z.string().nullable(),
  /** Whom it concerned, beside the one who did it. */
  whomName: z.string().nullable(),
  /** A code from a closed list. */
  reason: z.string().nullable(),
  /** How many, where one row stands for several. */
  count: z.number().int().nullable(),
});
export type PastAct = z.infer<typeof actSchema>;

const actsPageSchema = z.strictObject({
  /** The oldest first. */
  acts: z.array(actSchema).max(ACTS_PAGE_MAX),
  /** The number to go on after; null when there is no more. */
  next: actNumberSchema.nullable(),
});
export type ActsPage = z.infer<typeof actsPageSchema>;

/** Writings beside a conversation in one answer, at most. */
export const WRITINGS_PAGE_MAX = 100;

/** Who wrote it, and when. `by` is null for someone whose record is gone. Text is null when it cannot be opened. */
const writing = { id: z.string(), at: timeSchema, by: z.string().nullable() };

/** What staff wrote beside a conversation. */
const writingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...writing,
    /** For the team, between a supervisor and the responder, why a conversation in danger should end, and what was done after one ended. */
    kind: z.enum(['note', 'private', 'ending_why', 'ending_word', 'write_up']),
    text: z.string().nullable(),
  }),
  z.strictObject({ ...writing, kind: z.literal('brief'), brief: briefSchema.nullable() }),
  z.strictObject({ ...writing, kind: z.literal('safety'), entry: sealedSafetyEntrySchema.nullable() }),
  z.strictObject({
    ...writing,
    kind: z.literal('wrap_up'),
    contactKind: z.enum(CONTACT_KINDS).nullable(),
    topics: z.array(topicSchema),
    outcome: z.enum(OUTCOMES).nullable(),
    /** '' for none. */
    text: z.string().nullable(),
  }),
]);
export type PastWriting = z.infer<typeof writingSchema>;

const writingsPageSchema = z.strictObject({
  /** The oldest first. */
  writings: z.array(writingSchema).max(WRITINGS_PAGE_MAX),
  /** How many to go on after; null when there is no more. */
  next: z.number().int().positive().nullable(),
});
export type WritingsPage = z.infer<typeof writingsPageSchema>;

/** One conversation of the past. */
export const pastRecordSchema = z.strictObject({
  conversationId: idSchema,
  /** What was written, its first page; null once the conversation is erased or its time is over. */
  written: z
    .strictObject({ visitorName: z.string(), page: timelinePageSchema, beside: writingsPageSchema })
    .nullable(),
  /** What was done about it, its first page. It outlasts the conversation. */
  done: actsPageSchema,
});
export type PastRecord = z.infer<typeof pastRecordSchema>;

/** Places in one answer of a search, at most. */
export const FOUND_PAGE_MAX = 20;

const foundSchema = z.strictObject({ at: timeSchema, by: z.string().nullable(), excerpt: z.string() });
export type PastFound = z.infer<typeof foundSchema>;

/** Where words were found in one conversation: the first places, and how many there are. */
export const foundWordsSchema = z.strictObject({
  found: z.array(foundSchema).max(FOUND_PAGE_MAX),
  total: z.number().int().nonnegative(),
});
export type FoundWords = z.infer<typeof foundWordsSchema>;

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What shows that one row is in the audit log: docs/spec/audit-log.md. It is checked in the browser. */
export const entryProofSchema = z.strictObject({
  /** The row as the log commits to it. */
  entry: z.strictObject({
    id: actNumberSchema,
    at: z.string(),
    service: z.string(),
    action: z.string(),
    actorKind: z.string(),
    actor: z.string().nullable(),
    conversation: z.string().nullable(),
    epoch: z.number().int().nullable(),
    subject: z.string().nullable(),
    whom: z.string().nullable(),
    reason: z.string().nullable(),
    count: z.number().int().nullable(),
  }),
  /** The salt of this row; null once that of its conversation is erased. */
  salt: hashSchema.nullable(),
  leaf: hashSchema,
  index: z.number().int().nonnegative(),
  /** Hashes from the leaf upwards. */
  path: z.array(hashSchema).max(64),
  /** The newest checkpoint; the proof is for the size that was asked for. */
  checkpoint: z.string(),
  /** Public keys that have signed checkpoints of this log, the oldest first. */
  keys: z.array(z.string()),
});
export type EntryProof = z.infer<typeof entryProofSchema>;

/** Each reading says why, so that one that goes on after a lost connection is recorded again. */
const opened = { conversationId: idSchema, purpose: z.enum(READING_PURPOSES) };

export const historyCommands = {
  /** Opens one conversation that has ended. Recorded before anything of it is sent. Refuses `not_ended`. */
  'history:open': { payload: z.strictObject(opened), reply: pastRecordSchema },
  /** More of what was written in it, after this number. */
  'history:entries': { payload: z.strictObject({ ...opened, after: seqSchema }), reply: timelinePageSchema },
  /** More of what staff wrote beside it, after so many. */
  'history:writings': { payload: z.strictObject({ ...opened, after: seqSchema }), reply: writingsPageSchema },
  /** Opens one conversation to look for words in it. Recorded as any reading; there is no index of words. Refuses `not_ended`. */
  'history:search': {
    payload: z.strictObject({ ...opened, words: textUpTo(100).min(2) }),
    reply: foundWordsSchema,
  },
  /**
   * What shows that one row is in the log. `size`: of the checkpoint that the person kept; null for the newest. Refuses
   * `not_logged_yet`.
   */
  'history:prove': {
    payload: z.strictObject({ act: actNumberSchema, size: seqSchema.nullable() }),
    reply: entryProofSchema,
  },
  /** More of what was done about it, after this number. */
  'history:acts': { payload: z.strictObject({ ...opened, after: actNumberSchema }), reply: actsPageSchema },
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
