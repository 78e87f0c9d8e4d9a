import { z } from 'zod';
import { CLOCK_NOTICES, END_REASONS, WAITING_NOTICES } from '@warmline/vocabulary';
import { idSchema, seqSchema, timeSchema } from './primitives';
import { TIMELINE_PAGE_MAX } from './protocol';

export const endReasonSchema = z.enum(END_REASONS);

/**
 * What a timeline records beside messages. `must_leave`: a responder has to finish, and another is coming. `left`: a
 * responder has left after handing over. `supervisor_joined` and `supervisor_left`: one who reads along, openly. The others also carry a `name`.
 */
export const TIMELINE_EVENTS = [
  'started',
  'joined',
  'requeued',
  'must_leave',
  'left',
  'visitor_left',
  'supervisor_joined',
  'supervisor_left',
  'ended',
  ...WAITING_NOTICES,
  ...CLOCK_NOTICES,
] as const;

/** One entry of the single ordered list, numbered 1..N per conversation. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('message'),
    seq: seqSchema,
    id: idSchema,
    from: z.enum(['visitor', 'responder']),
    /** The sender's alias as the reader may know it; '' for a visitor who gave none. */
    name: z.string(),
    /** Null when the stored text is damaged or its key is gone: it cannot be opened, and the entry keeps its place. */
    body: z.string().nullable(),
    at: timeSchema,
  }),
  z.strictObject({
    kind: z.literal('event'),
    seq: seqSchema,
    id: idSchema,
    event: z.enum(TIMELINE_EVENTS),
    /** Who it is about, where that is a responder. */
    name: z.string(),
    /** Only with `ended`. */
    reason: endReasonSchema.nullable(),
    at: timeSchema,
  }),
]);
export type Entry = z.infer<typeof entrySchema>;

/** Entries after the number asked for, in order and without gaps, and the timeline's newest number. */
export const timelinePageSchema = z.strictObject({
  entries: z.array(entrySchema).max(TIMELINE_PAGE_MAX),
  head: seqSchema,
});
export type TimelinePage = z.infer<typeof timelinePageSchema>;

/** `{id, seq, at}` leaves only after COMMIT. */
export const acknowledgementSchema = z.strictObject({ id: idSchema, seq: seqSchema, at: timeSchema });
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

/** Two cursors that only move forward: the newest entry each side has had on screen. */
export const receiptsSchema = z.strictObject({ visitor: seqSchema, responder: seqSchema });
export type Receipts = z.infer<typeof receiptsSchema>;
