import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { done, doneUnless } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { GiveReview } from './give-review';
import { ReadReview } from './read-review';
import { ReviewViews } from './review-views';

/** Quality reviews by supervisors, and what responders do with the feedback. */
@Injectable()
export class QualityCommands {
  readonly table = defineStaffCommands({
    'reviews:list': {
      permission: 'review.list',
      run: async ({ person }) => done(await this.views.loadReviews(person)),
    },
    'review:mark': {
      permission: 'review.mark',
      run: ({ person }, payload) => this.reviews.mark(person, conversationId(payload.conversationId)),
    },
    'review:take': {
      permission: 'review.give',
      run: async ({ person }, { reviewId }) => doneUnless(await this.reviews.take(person, reviewId)),
    },
    'review:put_back': {
      permission: 'review.give',
      run: async ({ person }, { reviewId }) => doneUnless(await this.reviews.putBack(person, reviewId)),
    },
    'review:open': {
      permission: 'review.read',
      run: ({ person }, { reviewId }) => this.reading.open(person, reviewId),
    },
    'review:read': {
      permission: 'review.read',
      run: ({ person }, { reviewId, after }) => this.reading.readPage(person, reviewId, after),
    },
    'review:save': {
      permission: 'review.give',
      run: async ({ person }, { reviewId, assessment }) =>
        doneUnless(await this.reviews.saveDraft(person, reviewId, assessment)),
    },
    'review:give': {
      permission: 'review.give',
      run: async ({ person }, { reviewId, assessment }) =>
        doneUnless(await this.reviews.give(person, reviewId, assessment)),
    },
    'feedback:list': {
      permission: 'feedback.read',
      run: async ({ person }) => done({ feedback: await this.views.loadFeedbackList(person) }),
    },
    'feedback:read': {
      permission: 'feedback.read',
      run: ({ person }, { reviewId }) => this.reading.readFeedback(person, reviewId),
    },
    'feedback:reply': {
      permission: 'feedback.reply',
      run: ({ person }, { reviewId: review, id, words }) => this.reviews.reply(person, { review, id, words }),
    },
  });

  constructor(
    private readonly views: ReviewViews,
    private readonly reading: ReadReview,
    private readonly reviews: GiveReview,
  ) {}
}
