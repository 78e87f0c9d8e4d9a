import { z } from 'zod';
import {
  AFTER_CHAT_WORDS_MAX,
  FEELINGS_AFTER,
  isBlank,
  LISTENED,
  SAFETY_CHOICES,
  SILENCE_ANSWERS,
} from '@warmline/vocabulary';
import { waitSchema } from './opening';
import { bodySchema, idSchema, nothingSchema, seqSchema, textUpTo, timeSchema } from './primitives';
import { PROTOCOL_VERSION } from './protocol';
import {
  acknowledgementSchema,
  endReasonSchema,
  entrySchema,
  receiptsSchema,
  timelinePageSchema,
} from './timeline';

/** 32 random bytes made by the page, base64url without padding. The server keeps only its SHA-256. */
export const visitorTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The handshake's `auth` payload; never in a URL. */
export const visitorHandshakeSchema = z.strictObject({
  token: visitorTokenSchema,
  protocol: z.literal(PROTOCOL_VERSION),
});

export const safetyChoiceSchema = z.enum(SAFETY_CHOICES);

/** Rounds of PBKDF2 with SHA-256 for one try: enough that a phone's browser and a server's program are not far apart. */
export const PROOF_ITERATIONS = 1_000;

/**
 * A proof of work for a start in a rush. An answer is a whole number n for which the first 32 bits of
 * PBKDF2-HMAC-SHA256(password `text`, salt n in decimal digits, `iterations`) are below 2^32 / `oneIn`.
 */
export const challengeSchema = z.strictObject({
  text: z.string().max(200),
  iterations: z.number().int().positive(),
  oneIn: z.number().int().positive(),
  answers: z.number().int().positive(),
});
export type Challenge = z.infer<typeof challengeSchema>;

/** The text of a challenge, and its answers from the smallest to the largest. */
export const proofSchema = z.strictObject({
  challenge: z.string().max(200),
  answers: z.array(z.number().int().nonnegative().max(2_147_483_647)).max(8),
});
export type Proof = z.infer<typeof proofSchema>;

/** What a visitor answers after a chat: each part may be left out, and not all of them. */
export const afterChatAnswerSchema = z
  .strictObject({
    /** Made by the page: sending it again is the same answer. */
    answerId: idSchema,
    feeling: z.enum(FEELINGS_AFTER).nullable(),
    listened: z.enum(LISTENED).nullable(),
    /** '' for none. */
    words: textUpTo(AFTER_CHAT_WORDS_MAX),
  })
  .refine(({ feeling, listened, words }) => feeling !== null || listened !== null || !isBlank(words));
export type AfterChatAnswer = z.infer<typeof afterChatAnswerSchema>;

/** What the visitor's page may know of its conversation: nothing about the queue's order or other people. */
export const visitorConversationSchema = z.strictObject({
  id: idSchema,
  state: z.enum(['waiting', 'talking', 'ended']),
  /** Grows with every change, so that an older view never replaces a newer one. */
  version: z.number().int().nonnegative(),
  /** The responder's alias and whether their console is connected; null while nobody holds it. */
  responder: z.strictObject({ name: z.string(), present: z.boolean() }).nullable(),
  /** They wait again, and who talked with them last is signed out everywhere: nobody comes back whose connection only dropped. */
  responderLeft: z.literal(true).optional(),
  /**
   * `asked`: the page asks whether `to` may come in. `joined`: `to` is here and `from` leaves once the visitor is settled.
   */
  handover: z
    .strictObject({
      id: idSchema,
      state: z.enum(['asked', 'joined']),
      from: z.string(),
      to: z.string(),
    })
    .nullable(),
  wait: waitSchema,
  waitingSince: timeSchema,
  /**
   * Skills they wished for. For `heldFor` ms from this view only people with those skills are asked, then anyone. It is a
   * span, not a time, since a device's clock may be wrong.
   */
  wishes: z.strictObject({ skills: z.array(z.string()), heldFor: z.number().nonnegative() }).optional(),
  /**
   * They may be in danger and nobody here could hear of it: other help is shown before everything else. After the end, only in
   * the reply to an answer that sounds unsafe.
   */
  helpFirst: z.literal(true).optional(),
  /** They are not safe now: a message with an address is sent at once, without the question whether to share it. */
  sendsDetails: z.literal(true).optional(),
  /** Many started at once: the page proves beside everything else that it works for someone, or they are answered later. */
  needsProof: z.literal(true).optional(),
  /**
   * They have been silent, and are asked whether they are there: `seq` is the question's number in the timeline. `canEnd`: the
   * page offers to end the chat, which it does not in danger.
   */
  askedIfHere: z.strictObject({ seq: seqSchema, canEnd: z.boolean() }).optional(),
  head: seqSchema,
  receipts: receiptsSchema,
  endReason: endReasonSchema.nullable(),
  /**
   * After the end, where three questions are asked: for how many ms from this view they can be answered, or that they were.
   * It is a span, not a time, since a device's clock may be wrong.
   */
  afterChat: z
    .union([z.strictObject({ openFor: z.number().nonnegative() }), z.literal('answered')])
    .optional(),
});
export type VisitorConversation = z.infer<typeof visitorConversationSchema>;

/** Commands a visitor's page may send, each answered by a Reply. */
export const visitorCommands = {
  /** Idempotent: the same token and start id answer with the same conversation. Refuses `proof_needed` while many start at once. */
  'conversation:start': {
    payload: z.strictObject({
      startId: idSchema,
      safety: safetyChoiceSchema,
      name: z.string().max(160),
      language: z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
        .max(35),
      /** Of the service's `wishes`: "someone who understands …". Others are passed over. */
      wants: z.array(z.string().max(60)).max(3).optional(),
      /** Of a challenge that this page has asked for. A start that is sent again with it keeps its place, and is proven. */
      proof: proofSchema.optional(),
    }),
    reply: visitorConversationSchema,
  },
  /** A proof of work for this page's start. It is solved within 5 min. */
  'challenge:ask': { payload: nothingSchema, reply: challengeSchema },
  /** The view, or `not_found` when this token has no conversation (yet, or any more). */
  'conversation:open': { payload: nothingSchema, reply: visitorConversationSchema },
  /** Ends the conversation as the visitor: leaves the queue while waiting, ends the chat while talking. */
  'conversation:end': { payload: nothingSchema, reply: visitorConversationSchema },
  /** Whether the other responder may come in. A second answer changes nothing. */
  'handover:answer': {
    payload: z.strictObject({ handoverId: idSchema, agrees: z.boolean() }),
    reply: visitorConversationSchema,
  },
  /** To the question of that number in the timeline. An answer to an older question changes nothing. */
  'silence:answer': {
    payload: z.strictObject({ seq: seqSchema, answer: z.enum(SILENCE_ANSWERS) }),
    reply: visitorConversationSchema,
  },
  /**
   * Three questions after the end. The first answer is kept, and the same one again changes nothing. Refuses `not_found` where
   * nothing is asked and once the token is over, 5 min after the end; `different_body` where another answer is kept.
   */
  'after_chat:answer': { payload: afterChatAnswerSchema, reply: visitorConversationSchema },
  'timeline:read': { payload: z.strictObject({ after: seqSchema }), reply: timelinePageSchema },
  'message:send': {
    payload: z.strictObject({ id: idSchema, body: bodySchema }),
    reply: acknowledgementSchema,
  },
  'typing:set': { payload: z.strictObject({ typing: z.boolean() }), reply: nothingSchema },
  'receipt:seen': { payload: z.strictObject({ seq: seqSchema }), reply: nothingSchema },
} as const;

/** What the server tells a visitor's page unasked. */
export const visitorNotices = {
  'conversation:changed': visitorConversationSchema,
  'timeline:appended': z.strictObject({ entries: z.array(entrySchema) }),
  'typing:changed': z.strictObject({ typing: z.boolean() }),
} as const;
