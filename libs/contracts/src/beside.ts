import { z } from 'zod';
import { bodySchema, epochSchema, idSchema, nothingSchema, seqSchema, timeSchema } from './primitives';
import { acknowledgementSchema } from './timeline';
import { topicSchema } from './wellbeing';
import { CONTACT_KINDS, OUTCOMES } from './wrap-up';

/** Notes or private words in one answer, at most. */
export const BESIDE_PAGE_MAX = 100;

const personSchema = z.strictObject({ id: idSchema, name: z.string() });
const written = {
  seq: seqSchema,
  id: idSchema,
  by: personSchema,
  at: timeSchema,
};

/** A note for the team. Null when the stored text cannot be opened. */
export const noteSchema = z.strictObject({ ...written, note: z.string().nullable() });
export type Note = z.infer<typeof noteSchema>;

/** A word between a supervisor and the responder. It shares no field for text with a message, so that neither is taken for the other. */
export const privateWordSchema = z.strictObject({ ...written, word: z.string().nullable() });
export type PrivateWord = z.infer<typeof privateWordSchema>;

/** How an earlier holder wrapped up. `note` is null when it cannot be opened, '' for none. */
export const earlierWrapUpSchema = z.strictObject({
  epoch: epochSchema,
  by: z.string(),
  contactKind: z.enum(CONTACT_KINDS),
  topics: z.array(topicSchema),
  outcome: z.enum(OUTCOMES),
  note: z.string().nullable(),
  at: timeSchema,
});
export type EarlierWrapUp = z.infer<typeof earlierWrapUpSchema>;

/** The private lane of the present holding: each has its own. */
export const laneSchema = z.strictObject({
  epoch: epochSchema,
  head: seqSchema,
  /** A supervisor reads along, or the holder has called one. */
  isOpen: z.boolean(),
  /** Who is at the other end: for the holder the supervisors, for a supervisor the holder and the others. */
  with: z.array(z.string()),
});
export type Lane = z.infer<typeof laneSchema>;

/** What is beside a conversation: numbers and names. Texts are asked for, and each time the permission with them. */
export const besideSchema = z.strictObject({
  conversationId: idSchema,
  /** The newest note. */
  notes: seqSchema,
  /** Null for who is at neither end of it, and while nobody holds the conversation. */
  lane: laneSchema.nullable(),
  /** Supervisors whom the visitor knows to be here. */
  joined: z.array(z.string()),
});
export type Beside = z.infer<typeof besideSchema>;

const about = { conversationId: idSchema };
const lane = { ...about, epoch: epochSchema };

/** What the team writes beside a conversation. Nothing of it is for the visitor. */
export const besideCommands = {
  /** After every (re)connection; changes follow as `beside:changed`. */
  'beside:open': { payload: z.strictObject(about), reply: besideSchema },
  /** The page makes the id, so a note sent twice is one note. `epoch` is null for a supervisor who reads along. */
  'note:add': {
    payload: z.strictObject({ ...about, epoch: epochSchema.nullable(), id: idSchema, note: bodySchema }),
    reply: acknowledgementSchema,
  },
  /** Notes after this number, and with them how earlier holders wrapped up. */
  'note:read': {
    payload: z.strictObject({ ...about, after: seqSchema }),
    reply: z.strictObject({
      notes: z.array(noteSchema).max(BESIDE_PAGE_MAX),
      head: seqSchema,
      wrapUps: z.array(earlierWrapUpSchema),
    }),
  },
  /** Under the holding of the lane, by both sides. Refuses `lane_closed` while there is nobody at the other end. */
  'private:say': {
    payload: z.strictObject({ ...lane, id: idSchema, word: bodySchema }),
    reply: acknowledgementSchema,
  },
  /** Private words after this number, and the newest one this person has had on screen. */
  'private:read': {
    payload: z.strictObject({ ...lane, after: seqSchema }),
    reply: z.strictObject({
      words: z.array(privateWordSchema).max(BESIDE_PAGE_MAX),
      head: seqSchema,
      seen: seqSchema,
    }),
  },
  'private:seen': { payload: z.strictObject({ ...lane, seq: seqSchema }), reply: nothingSchema },
  /** A supervisor who reads along lets the visitor know. The holder stays the one writer. */
  'conversation:join': { payload: z.strictObject(about), reply: nothingSchema },
  /** They read along as before, and the visitor is told that they left. */
  'conversation:step_out': { payload: z.strictObject(about), reply: nothingSchema },
} as const;

export const besideNotices = { 'beside:changed': besideSchema } as const;
