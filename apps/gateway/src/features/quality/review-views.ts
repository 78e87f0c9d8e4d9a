import { Injectable } from '@nestjs/common';
import {
  REVIEWS_MAX,
  type Feedback,
  type FeedbackReply,
  type FeedbackSummary,
  type ReviewDetail,
  type Reviews,
  type ReviewSummary,
} from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { ReviewReadModel, type StoredReview, type StoredReviewDetail } from '@warmline/postgres';
import { isFreeToTake, isNotForThem, maySeeAssessment, shownAgreement, shownMean } from '@warmline/quality';
import { ConversationTexts } from '../timeline';
import { boundDraft, boundReply, boundWords, parseAssessment } from './assessment-text';
import { SuggestedFindings } from './suggested-findings';

/** Figures are of so many days. */
const FIGURES_OF = 90;

/** Reviews as supervisors see them, and feedback as its responder does. */
@Injectable()
export class ReviewViews {
  constructor(
    private readonly stored: ReviewReadModel,
    private readonly texts: ConversationTexts,
    private readonly suggestions: SuggestedFindings,
  ) {}

  async loadReviews(person: StaffPrincipal): Promise<Reviews> {
    const { service } = person;
    const [now, open, counts, given, ratings] = await Promise.all([
      this.stored.loadNow(),
      this.stored.loadOpen(person, REVIEWS_MAX),
      this.stored.countOpen(service),
      this.stored.loadGiven(person, REVIEWS_MAX),
      this.stored.loadRatings(service, FIGURES_OF),
    ]);
    const pairs = ratings.pairs.map(({ first, second }) => [first, second] as const);
    return {
      now,
      open: open.map((one) => summaryOf(person, one)),
      openInAll: counts.open,
      overdue: counts.overdue,
      given: given.map((one) => summaryOf(person, one)),
      figures: {
        given: ratings.given,
        score: shownMean(ratings.scores),
        ratedTwice: pairs.length,
        kappa: shownAgreement(pairs),
      },
    };
  }

  /** The caller has recorded the reading. Null for an unknown one. */
  async loadReview(person: StaffPrincipal, id: string): Promise<ReviewDetail | null> {
    const stored = await this.stored.loadReview(person, id);
    if (stored === null) return null;
    const isTheirs = stored.reviewer === person.staff;
    const other = stored.awaitsOther ? { givenAt: null } : null;
    const maySee = maySeeAssessment(stored, other, person.staff);
    return {
      review: summaryOf(person, stored),
      visitorName: await this.texts.nameOf(stored.conversation, stored.nameSealed),
      draft: isTheirs ? await this.draftOf(stored) : null,
      suggested: isTheirs && stored.givenAt === null ? await this.suggestions.load(stored) : [],
      given: maySee ? await this.givenOf(stored) : null,
      isHidden: stored.givenAt !== null && !maySee,
      replies: maySee ? await this.repliesOf(stored) : [],
    };
  }

  async loadFeedbackList(person: StaffPrincipal): Promise<FeedbackSummary[]> {
    const stored = await this.stored.loadFeedback(person, REVIEWS_MAX);
    return stored.flatMap((one) => feedbackOf(one) ?? []);
  }

  /** The caller has checked whose it is, and recorded the reading. */
  async loadFeedback(person: StaffPrincipal, id: string): Promise<Feedback | null> {
    const stored = await this.stored.loadReview(person, id);
    if (stored === null) return null;
    const [feedback, given] = [feedbackOf(stored), await this.givenOf(stored)];
    if (feedback === null || given === null) return null;
    return { feedback, given, replies: await this.repliesOf(stored) };
  }

  private async draftOf({
    id,
    conversation,
    draftSealed,
  }: StoredReviewDetail): Promise<ReviewDetail['draft']> {
    if (draftSealed === null) return null;
    const text = await this.texts.openText(conversation, draftSealed, boundDraft(id));
    return text === null ? null : parseAssessment(text);
  }

  private async givenOf(stored: StoredReviewDetail): Promise<ReviewDetail['given']> {
    const { id, conversation, marks, fails, score, wordsSealed } = stored;
    if (marks === null) return null;
    const words =
      wordsSealed === null ? '' : await this.texts.openText(conversation, wordsSealed, boundWords(id));
    return { marks, fails: [...fails], score, words };
  }

  private repliesOf({
    id: review,
    conversation,
    repliesSealed,
  }: StoredReviewDetail): Promise<FeedbackReply[]> {
    return Promise.all(
      repliesSealed.map(async ({ id, byName: by, at, sealed }) => ({
        id,
        by,
        at,
        words: await this.texts.openText(conversation, sealed, boundReply(review, id)),
      })),
    );
  }
}

const summaryOf = ({ staff }: StaffPrincipal, stored: StoredReview): ReviewSummary => ({
  id: stored.id,
  conversationId: stored.conversation,
  because: stored.because,
  rater: stored.rater,
  responderName: stored.responderName,
  reviewerName: stored.reviewerName,
  isMine: stored.reviewer === staff,
  isNotForMe: isNotForThem(stored, staff, stored),
  isFree: !isNotForThem(stored, staff, stored) && isFreeToTake(stored, stored.now),
  band: stored.band,
  endedAt: stored.endedAt,
  dueAt: stored.dueAt,
  givenAt: stored.givenAt,
  readAt: stored.readAt,
  replies: stored.replies,
});

const feedbackOf = (stored: StoredReview): FeedbackSummary | null => {
  const { id, conversation, because, reviewerName, endedAt, givenAt, readAt, replies } = stored;
  if (givenAt === null || reviewerName === null) return null;
  return { id, conversationId: conversation, because, by: reviewerName, endedAt, givenAt, readAt, replies };
};
