import { z } from 'zod';
import { COMPLAINT_TEXT_MAX, isBlank } from '@warmline/vocabulary';
import { idSchema, nothingSchema, textUpTo, timeSchema } from './primitives';

const words = (most: number) => textUpTo(most).refine((text) => !isBlank(text));

/** `POST /v/complaint`, by anyone. The page makes the id: sending it again is the same complaint. */
export const newComplaintSchema = z.strictObject({
  complaintId: idSchema,
  words: words(COMPLAINT_TEXT_MAX.words),
});
export type NewComplaint = z.infer<typeof newComplaintSchema>;

/** A complaint without its words. */
const listedComplaintSchema = z.strictObject({
  id: idSchema,
  at: timeSchema,
  /** The colleague who passed it on at the end of a shift; null for what people tell without a name. */
  toldBy: z.string().nullable(),
  closed: z.strictObject({ by: z.string(), at: timeSchema }).nullable(),
});
export type ListedComplaint = z.infer<typeof listedComplaintSchema>;

const noteSchema = z.strictObject({
  id: idSchema,
  by: z.string(),
  at: timeSchema,
  /** Null when it cannot be opened. */
  words: z.string().nullable(),
});

export const complaintSchema = z.strictObject({
  ...listedComplaintSchema.shape,
  /** Null when it cannot be opened. */
  words: z.string().nullable(),
  /** What was done, the oldest first. */
  notes: z.array(noteSchema),
});
export type Complaint = z.infer<typeof complaintSchema>;

/** So many of so many; `part` is null where there are too few to show it, and `of` where they are one to nine. */
const shownSchema = z.strictObject({
  part: z.number().int().nonnegative().nullable(),
  of: z.number().int().nonnegative().nullable(),
});

/** What visitors said after chats. */
export const surveySchema = z.strictObject({
  better: shownSchema,
  listened: shownSchema,
  response: z.strictObject({ part: z.number().int().nonnegative(), of: z.number().int().nonnegative() }),
});

/** Up to 50 complaints of a service: open ones first, the oldest first, then closed ones, the newest first. */
const complaintPartSchema = z.strictObject({
  complaints: z.array(listedComplaintSchema),
  /** All that are kept, and how many of them are open. */
  inAll: z.strictObject({ kept: z.number().int().nonnegative(), open: z.number().int().nonnegative() }),
});
export type ComplaintPart = z.infer<typeof complaintPartSchema>;

/** What people told the service about itself. */
export const toldUsSchema = z.strictObject({
  ...complaintPartSchema.shape,
  /** Free words after chats of the last 30 days, the newest first, 50 at most. Without a chat or a name. */
  words: z.array(z.strictObject({ at: timeSchema, words: z.string().nullable() })),
  /** Of chats that ended in the last 30 days. */
  survey: surveySchema,
});
export type ToldUs = z.infer<typeof toldUsSchema>;

const aboutComplaint = { complaintId: idSchema };

/** For supervisors, except passing on. Each reading is recorded. What is open is in `help:changed`. */
export const complaintCommands = {
  /** Anyone on the staff, at the end of a shift. The page makes the id: sending it again changes nothing. */
  'complaint:pass_on': { payload: newComplaintSchema, reply: nothingSchema },
  'complaint:list': { payload: nothingSchema, reply: toldUsSchema },
  /** The complaints that follow one in the list; `isClosed` as it was listed. Nothing follows one that is no longer kept. */
  'complaint:more': {
    payload: z.strictObject({ after: z.strictObject({ id: idSchema, isClosed: z.boolean() }) }),
    reply: complaintPartSchema,
  },
  'complaint:read': { payload: z.strictObject(aboutComplaint), reply: complaintSchema },
  /** What was done. The page makes the id. It cannot be changed; more can be added. `closes`: the task is over. */
  'complaint:note': {
    payload: z.strictObject({
      ...aboutComplaint,
      noteId: idSchema,
      words: words(COMPLAINT_TEXT_MAX.done),
      closes: z.boolean(),
    }),
    reply: complaintSchema,
  },
} as const;
