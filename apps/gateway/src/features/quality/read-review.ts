import { Injectable } from '@nestjs/common';
import type { Feedback, Reply, ReviewDetail, TimelinePage } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { isFeedbackFor, type Review } from '@warmline/quality';
import type { Refusal } from '@warmline/vocabulary';
import { found, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { ReadTimeline } from '../timeline';
import { ReviewViews } from './review-views';

/** Reads of reviews and feedback. Each is recorded, with its purpose, before its first byte is sent. */
@Injectable()
export class ReadReview {
  constructor(
    private readonly changes: Changes,
    private readonly views: ReviewViews,
    private readonly timeline: ReadTimeline,
  ) {}

  /** The review, with what this supervisor may see of it. Refuses `not_found`. */
  async open(person: StaffPrincipal, id: string): Promise<Reply<ReviewDetail>> {
    const read = await this.recordRead(person, id, () => null);
    return typeof read === 'string' ? refused(read) : found(await this.views.loadReview(person, id));
  }

  /** A page of the conversation, for who has taken the review or gave it. Refuses `not_found`, and `review_taken` to others. */
  async readPage(person: StaffPrincipal, id: string, after: number): Promise<Reply<TimelinePage>> {
    const read = await this.recordRead(person, id, ({ reviewer }) =>
      reviewer === person.staff ? null : 'review_taken',
    );
    return typeof read === 'string'
      ? refused(read)
      : found(await this.timeline.readPage(read.conversation, after));
  }

  /** Feedback on one's own work. Refuses `not_found`. */
  async readFeedback(person: StaffPrincipal, id: string): Promise<Reply<Feedback>> {
    const { service, staff } = person;
    const isTheirs = await this.changes.commit(async (stores) => {
      const locked = await stores.reviews.lock({ id, service, staff });
      if (locked === null || !isFeedbackFor(locked.review, staff)) return false;
      const { conversation, responder } = locked.review;
      const about = { service, conversation, review: id, responder, by: staff };
      await stores.reviews.readFeedback({ type: 'feedback_read', ...about, at: await stores.now() });
      return true;
    });
    return found(isTheirs ? await this.views.loadFeedback(person, id) : null);
  }

  /** What was refused is not recorded as read. */
  private async recordRead(
    { service, staff }: StaffPrincipal,
    id: string,
    refusalOf: (review: Review) => Refusal | null,
  ): Promise<Review | Refusal> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.reviews.lock({ id, service, staff });
      if (locked === null) return 'not_found';
      const { review } = locked;
      const refusal = refusalOf(review);
      if (refusal !== null) return refusal;
      const { conversation, responder } = review;
      const about = { service, conversation, review: id, responder, by: staff };
      await stores.reviews.recordRead({ type: 'review_read', ...about, at: await stores.now() });
      return review;
    });
  }
}
