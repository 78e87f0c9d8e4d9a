import { z } from 'zod';
import {
  AUTOMATIC_FAILS,
  FEEDBACK_MAX,
  FEEDBACK_REPLIES_MAX,
  RATERS,
  REVIEW_CAUSES,
  type RubricItem,
} from '@warmline/vocabulary';
import { bandSchema, idSchema, nothingSchema, seqSchema, textUpTo, timeSchema } from './primitives';
import { acknowledgementSchema, timelinePageSchema } from './timeline';

/** Reviews in one answer, at most. */
export const REVIEWS_MAX = 100;

const mark = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal('not_applicable')]).nullable();

/** One mark for each item of the rubric; null while it is missing. */
export const marksSchema = z.strictObject({
  opening: mark,
  listening: mark,
  questions: mark,
  asking_about_suicide: mark,
  when_not_safe: mark,
  next_step: mark,
  closing: mark,
  boundaries: mark,
} satisfies Record<RubricItem, typeof mark>);

const failSchema = z.enum(AUTOMATIC_FAILS);
const fails = z.array(failSchema).max(AUTOMATIC_FAILS.length);

/** What a reviewer found, as it is written. */
export const assessmentSchema = z.strictObject({
  marks: marksSchema,
  fails,
  /** Feedback to the responder; may be '' from a second rater. */
  words: textUpTo(FEEDBACK_MAX),
});
export type Assessment = z.infer<typeof assessmentSchema>;

const count = z.number().int().nonnegative();
const percent = z.number().int().min(0).max(100);

/** A review as a list shows it: without marks and without words. */
export const reviewSummarySchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  because: z.enum(REVIEW_CAUSES),
  rater: z.enum(RATERS),
  responderName: z.string(),
  /** Null while nobody has taken it. */
  reviewerName: z.string().nullable(),
  isMine: z.boolean(),
  /** They may not give it: they held the conversation, or give the other reading. */
  isNotForMe: z.boolean(),
  /** They may take it now: nobody has it, or it is overdue. */
  isFree: z.boolean(),
  band: bandSchema,
  endedAt: timeSchema,
  dueAt: timeSchema,
  givenAt: timeSchema.nullable(),
  /** When the responder first opened the feedback. */
  readAt: timeSchema.nullable(),
  replies: count,
});
export type ReviewSummary = z.infer<typeof reviewSummarySchema>;

/** How reviews went in the last 90 days. A figure of fewer than ten is null. */
export const reviewFiguresSchema = z.strictObject({
  given: count,
  /** Mean score of first raters, in percent. */
  score: percent.nullable(),
  /** Conversations that two people have rated. */
  ratedTwice: count,
  /** Cohen's kappa over their items, -1 to 1: docs/spec/quality.md#agreement. */
  kappa: z.number().min(-1).max(1).nullable(),
});

export const reviewsSchema = z.strictObject({
  now: timeSchema,
  /** What is due first comes first. */
  open: z.array(reviewSummarySchema).max(REVIEWS_MAX),
  /** Those that are not listed too. */
  openInAll: count,
  overdue: count,
  /** The newest first. */
  given: z.array(reviewSummarySchema).max(REVIEWS_MAX),
  figures: reviewFiguresSchema,
});
export type Reviews = z.infer<typeof reviewsSchema>;

/** What was given. Words are null when they cannot be opened any more. */
const givenSchema = z.strictObject({
  marks: marksSchema,
  fails,
  /** Null where no item applied. */
  score: percent.nullable(),
  words: z.string().nullable(),
});

/** A reply of the responder. Null when it cannot be opened any more. */
export const feedbackReplySchema = z.strictObject({
  id: idSchema,
  by: z.string(),
  at: timeSchema,
  words: z.string().nullable(),
});
export type FeedbackReply = z.infer<typeof feedbackReplySchema>;
const replies = z.array(feedbackReplySchema).max(FEEDBACK_REPLIES_MAX);

/** Where a reviewer should look. Nothing is found until they say so. */
const suggestedSchema = z.strictObject({
  finding: failSchema,
  /** Number of the message; null where it is about the whole conversation. */
  seq: seqSchema.nullable(),
  /** The words that made it; '' where no words did. */
  words: z.string(),
});
export type SuggestedFinding = z.infer<typeof suggestedSchema>;

export const reviewSchema = z.strictObject({
  review: reviewSummarySchema,
  /** '' for a visitor without a name. */
  visitorName: z.string(),
  /** Of who has taken it, and not given it yet; null for everyone else. */
  draft: assessmentSchema.nullable(),
  /** For who writes it; empty for everyone else. */
  suggested: z.array(suggestedSchema),
  /** Null before it is given, and while the other rater has not given theirs: `isHidden`. */
  given: givenSchema.nullable(),
  isHidden: z.boolean(),
  replies,
});
export type ReviewDetail = z.infer<typeof reviewSchema>;

/** Feedback on one's own work, as a list shows it. */
export const feedbackSummarySchema = z.strictObject({
  id: idSchema,
  conversationId: idSchema,
  because: z.enum(REVIEW_CAUSES),
  by: z.string(),
  endedAt: timeSchema,
  givenAt: timeSchema,
  readAt: timeSchema.nullable(),
  replies: count,
});
export type FeedbackSummary = z.infer<typeof feedbackSummarySchema>;

export const feedbackSchema = z.strictObject({
  feedback: feedbackSummarySchema,
  given: givenSchema,
  replies,
});
export type Feedback = z.infer<typeof feedbackSchema>;

const about = { reviewId: idSchema };
const written = z.strictObject({ ...about, assessment: assessmentSchema });

/** Quality reviews, and the feedback that comes of them. */
export const qualityCommands = {
  'reviews:list': { payload: nothingSchema, reply: reviewsSchema },
  /** A supervisor wants a conversation reviewed. Twice is once: the answer is the review there is. */
  'review:mark': { payload: z.strictObject({ conversationId: idSchema }), reply: z.strictObject(about) },
  /** Refuses `not_yourself`, `review_taken`, `review_given`. */
  'review:take': { payload: z.strictObject(about), reply: nothingSchema },
  /** The draft is gone. Refuses as `review:save`. */
  'review:put_back': { payload: z.strictObject(about), reply: nothingSchema },
  /** Recorded as a reading before anything is sent. */
  'review:open': { payload: z.strictObject(about), reply: reviewSchema },
  /** The conversation after this number, for who has taken the review or gave it. Recorded as `review:open` is. */
  'review:read': { payload: z.strictObject({ ...about, after: seqSchema }), reply: timelinePageSchema },
  /** The last one counts. Refuses `review_taken` and `review_given`. */
  'review:save': { payload: written, reply: nothingSchema },
  /** Once; the same again is the same. Refuses `review_incomplete`, and as `review:save`. */
  'review:give': { payload: written, reply: nothingSchema },
  /** On the work of who asks. */
  'feedback:list': {
    payload: nothingSchema,
    reply: z.strictObject({ feedback: z.array(feedbackSummarySchema).max(REVIEWS_MAX) }),
  },
  'feedback:read': { payload: z.strictObject(about), reply: feedbackSchema },
  /** The page makes the id, so a reply sent twice is one. Refuses `different_body`, and `too_fast` once there are twenty. */
  'feedback:reply': {
    payload: z.strictObject({ ...about, id: idSchema, words: textUpTo(FEEDBACK_MAX) }),
    reply: acknowledgementSchema,
  },
} as const;
