import {
  accept,
  DAY,
  refuse,
  type ConversationId,
  type Decision,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { AutomaticFail, Rater } from '@warmline/vocabulary';
import type { QualityFact } from './events';
import { hasEveryMark, type DraftMarks } from './score';

/** Feedback is due so long after the review was planned (ms). */
export const FEEDBACK_WITHIN = 7 * DAY;

/** One reading of one person's work in one conversation, by one rater. */
export interface Review {
  readonly id: string;
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  /** Whose work it is about. */
  readonly responder: StaffId;
  readonly rater: Rater;
  /** Who has taken it; null while nobody has. */
  readonly reviewer: StaffId | null;
  /** Feedback is due by then. After that someone else may take over a review that was taken. */
  readonly dueAt: Instant;
  /** When it was given; null before. From then on nothing of it changes. */
  readonly givenAt: Instant | null;
}

/** What a reviewer found. */
export interface Assessment {
  readonly marks: DraftMarks;
  readonly fails: readonly AutomaticFail[];
  /** Feedback to the responder; '' from a second rater. */
  readonly words: string;
}

interface Doing {
  readonly by: StaffId;
  readonly at: Instant;
}

const about = ({ service, conversation, id, responder }: Review, { by, at }: Doing) => ({
  service,
  conversation,
  review: id,
  responder,
  by,
  at,
});

export interface Taking extends Doing, RelationToReview {}

/** What keeps one person from giving a review at all. */
export interface RelationToReview {
  /** They held the conversation at some time. */
  readonly hasHeld: boolean;
  /** They gave, or have taken, the other reading of it. */
  readonly isOtherRater: boolean;
}

/** Whether this person never gives this review: it is about their own conversation, or they give the other reading. */
export const isNotForThem = (
  { responder }: Pick<Review, 'responder'>,
  by: StaffId,
  { hasHeld, isOtherRater }: RelationToReview,
): boolean => hasHeld || isOtherRater || responder === by;

/** Whether anyone may take it: nobody has it, or who has it has not given it in time. */
export const isFreeToTake = ({ reviewer, dueAt, givenAt }: Review, at: Instant): boolean =>
  givenAt === null && (reviewer === null || at > dueAt);

/**
 * Someone takes a review. Taking one's own again changes nothing. Refuses `not_yourself` to who held the conversation and to
 * who is its other rater, `review_given`, and `review_taken` while another person has it and it is not overdue.
 */
export const takeReview = (
  review: Review,
  { hasHeld, isOtherRater, ...doing }: Taking,
): Decision<QualityFact<'review_taken'>, 'not_yourself' | 'review_given' | 'review_taken'> => {
  if (isNotForThem(review, doing.by, { hasHeld, isOtherRater })) return refuse('not_yourself');
  if (review.givenAt !== null) return refuse('review_given');
  if (review.reviewer === doing.by) return accept();
  if (!isFreeToTake(review, doing.at)) return refuse('review_taken');
  return accept<QualityFact<'review_taken'>>({ type: 'review_taken', ...about(review, doing) });
};

/** `review_given` once it is given; `review_taken` to everyone but who has taken it. */
export const writingRefusal = (review: Review, by: StaffId): 'review_given' | 'review_taken' | null => {
  if (review.reviewer !== by) return review.givenAt === null ? 'review_taken' : 'review_given';
  return review.givenAt === null ? null : 'review_given';
};

/** They give it back unwritten: their draft is gone, and someone else may take it. Refuses as `writingRefusal`. */
export const putReviewBack = (
  review: Review,
  doing: Doing,
): Decision<QualityFact<'review_put_back'>, 'review_given' | 'review_taken'> => {
  const refusal = writingRefusal(review, doing.by);
  if (refusal !== null) return refuse(refusal);
  return accept<QualityFact<'review_put_back'>>({ type: 'review_put_back', ...about(review, doing) });
};

/**
 * A review is given, once. Refuses as `writingRefusal`, and `review_incomplete` while a mark is missing, or the first rater
 * says nothing to the responder.
 */
export const giveReview = (
  review: Review,
  { marks, words }: Assessment,
  doing: Doing,
): Decision<QualityFact<'review_given'>, 'review_given' | 'review_taken' | 'review_incomplete'> => {
  const refusal = writingRefusal(review, doing.by);
  if (refusal !== null) return refuse(refusal);
  const hasWords = review.rater === 'second' || words.trim() !== '';
  if (!hasEveryMark(marks) || !hasWords) return refuse('review_incomplete');
  return accept<QualityFact<'review_given'>>({ type: 'review_given', ...about(review, doing) });
};

/** Whether this is feedback on this person's work that they may read: given, and by the first rater. */
export const isFeedbackFor = ({ responder, rater, givenAt }: Review, staff: StaffId): boolean =>
  responder === staff && rater === 'first' && givenAt !== null;

/** The responder replies. Refuses `not_found` where it is no feedback on their work. */
export const replyToFeedback = (
  review: Review,
  { reply, ...doing }: Doing & { readonly reply: string },
): Decision<QualityFact<'feedback_replied'>, 'not_found'> =>
  isFeedbackFor(review, doing.by)
    ? accept<QualityFact<'feedback_replied'>>({ type: 'feedback_replied', ...about(review, doing), reply })
    : refuse('not_found');

/**
 * Whether a supervisor may see what a rater found. Each rater gives theirs before they see the other's; until both have, nobody
 * else reads either, since anyone may still become the second rater.
 */
export const maySeeAssessment = (
  { reviewer, givenAt }: Review,
  /** The other reading of the same work; null where there is none. */
  other: Pick<Review, 'givenAt'> | null,
  staff: StaffId,
): boolean => {
  if (reviewer === staff) return true;
  return givenAt !== null && (other === null || other.givenAt !== null);
};
