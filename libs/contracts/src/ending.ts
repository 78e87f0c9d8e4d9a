import { z } from 'zod';
import { ENDING_TEXT_MAX, RESPONDER_END_REASONS } from '@warmline/vocabulary';
import { epochSchema, idSchema, nothingSchema, textUpTo, timeSchema } from './primitives';
import { endReasonSchema } from './timeline';

export const responderEndReasonSchema = z.enum(RESPONDER_END_REASONS);

const personSchema = z.strictObject({ id: idSchema, name: z.string() });
const words = (most: number) => textUpTo(most).refine((text) => text.trim() !== '');

/** A question whether a conversation in danger may end, as who asked sees it. */
const ownEndingSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  epoch: epochSchema,
  /** `overtaken`: the safety answer was set after the question. */
  state: z.enum(['asked', 'declined', 'overtaken']),
  reason: responderEndReasonSchema,
  askedAt: timeSchema,
  /** With `declined`; the word is null when it cannot be opened. */
  answer: z.strictObject({ by: z.string(), word: z.string().nullable() }).nullable(),
});
export type OwnEnding = z.infer<typeof ownEndingSchema>;

/** The same as supervisors see it while it is open. */
const endingToAgreeSchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  /** '' where the visitor gave none. */
  visitorName: z.string(),
  responder: personSchema,
  reason: responderEndReasonSchema,
  /** One line; null when it cannot be opened. */
  why: z.string().nullable(),
  askedAt: timeSchema,
  /** The visitor has written since, and this person has not read it: to agree is refused. */
  mustRead: z.boolean(),
});
export type EndingToAgree = z.infer<typeof endingToAgreeSchema>;

/** A visitor who left in danger, until a supervisor writes what was done. */
const endingToWriteUpSchema = z.strictObject({
  conversationId: idSchema,
  visitorName: z.string(),
  how: endReasonSchema,
  at: timeSchema,
  /** Who holds or held it last; null where nobody had taken them. */
  responderName: z.string().nullable(),
  /** Someone still holds the conversation. */
  isHeld: z.boolean(),
});
export type EndingToWriteUp = z.infer<typeof endingToWriteUpSchema>;

/** Endings in danger, as far as they are for this person. */
export const endingsSchema = z.strictObject({
  /** Their own questions about what they hold, the newest of each conversation. */
  mine: z.array(ownEndingSchema),
  /** For supervisors: open questions, the oldest first. Also one's own, to which another supervisor answers. */
  toAgree: z.array(endingToAgreeSchema),
  /** For supervisors: the oldest first, 50 at most. */
  toWriteUp: z.array(endingToWriteUpSchema),
  /** For supervisors: how many there are in all. */
  toWriteUpInAll: z.number().int().nonnegative(),
});
export type Endings = z.infer<typeof endingsSchema>;

const aboutRequest = z.strictObject({ requestId: idSchema });

/**
 * How a conversation in danger ends: two people agree (SAF2). Everything is recorded, the words sealed. What changes
 * follows as `help:changed`.
 */
export const endingCommands = {
  /**
   * The page makes the id, so asking twice is once; another id replaces the open question. Refuses `nothing_to_agree` where
   * this person may end it alone, and `not_quiet_yet`.
   */
  'ending:ask': {
    payload: z.strictObject({
      requestId: idSchema,
      conversationId: idSchema,
      epoch: epochSchema,
      reason: responderEndReasonSchema,
      why: words(ENDING_TEXT_MAX.why),
      /** The visitor may be asked three questions after the chat, although it was in danger. */
      asksAfter: z.boolean().optional(),
    }),
    reply: nothingSchema,
  },
  /** By who asked. Twice is once. Refuses `ending_changed` once it is over. */
  'ending:withdraw': { payload: aboutRequest, reply: nothingSchema },
  /**
   * By a supervisor who did not ask: the conversation ends. Refuses `ending_changed` when the question is over or about an older
   * holding or safety answer, `read_first` when the visitor has written since, `not_yourself`, and `not_quiet_yet`.
   */
  'ending:agree': { payload: aboutRequest, reply: nothingSchema },
  /** "Not yet", with a word for who asked. */
  'ending:decline': {
    payload: z.strictObject({ requestId: idSchema, word: words(ENDING_TEXT_MAX.word) }),
    reply: nothingSchema,
  },
  /** What was done about a visitor who left in danger. The page makes the id. It cannot be changed; more can be added. */
  'ending:write_up': {
    payload: z.strictObject({
      conversationId: idSchema,
      noteId: idSchema,
      words: words(ENDING_TEXT_MAX.note),
    }),
    reply: nothingSchema,
  },
  /** What was written about it, the oldest first. */
  'ending:notes': {
    payload: z.strictObject({ conversationId: idSchema }),
    reply: z.strictObject({
      notes: z.array(
        z.strictObject({ id: idSchema, by: z.string(), at: timeSchema, words: z.string().nullable() }),
      ),
    }),
  },
} as const;
