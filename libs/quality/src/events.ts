import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Rater, ReviewCause } from '@warmline/vocabulary';

interface AboutReview {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly review: string;
  /** Whose work is reviewed. */
  readonly responder: StaffId;
  readonly at: Instant;
}

/** What becomes of quality reviews. Never marks, and never words. */
export type QualityEvent =
  /** `by`: the supervisor who marked it; null where it was drawn. */
  | (AboutReview & {
      readonly type: 'review_planned';
      readonly because: ReviewCause;
      readonly rater: Rater;
      readonly by: StaffId | null;
    })
  | (AboutReview & { readonly type: 'review_taken'; readonly by: StaffId })
  | (AboutReview & { readonly type: 'review_put_back'; readonly by: StaffId })
  /** Words of the conversation, or of what was written about it, were sent to this person. */
  | (AboutReview & { readonly type: 'review_read'; readonly by: StaffId })
  | (AboutReview & { readonly type: 'review_given'; readonly by: StaffId })
  /** The responder opened the feedback on their work. */
  | (AboutReview & { readonly type: 'feedback_read'; readonly by: StaffId })
  | (AboutReview & { readonly type: 'feedback_replied'; readonly reply: string; readonly by: StaffId });

export type QualityFact<Type extends QualityEvent['type']> = Extract<QualityEvent, { type: Type }>;
