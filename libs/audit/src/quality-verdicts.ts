import type { QualityEvent } from '@warmline/quality';
import { actorOf, byStaff, plain, type Verdicts } from './verdict';

const ofReview = ({ conversation, review, responder }: QualityEvent) => ({
  ...plain,
  conversation,
  subject: review,
  whom: responder,
});

/** Who planned, took, read and gave a review, and of whose work. Never a mark, and never a word. */
export const qualityVerdicts: Verdicts<QualityEvent['type']> = {
  review_planned: {
    verdict: 'record',
    row: (fact) => ({
      ...ofReview(fact),
      actor: actorOf(fact.by),
      reason: fact.rater === 'second' ? `second_${fact.because}` : fact.because,
    }),
  },
  review_taken: { verdict: 'record', row: (fact) => ({ ...ofReview(fact), actor: byStaff(fact.by) }) },
  review_put_back: { verdict: 'record', row: (fact) => ({ ...ofReview(fact), actor: byStaff(fact.by) }) },
  review_read: {
    verdict: 'record',
    row: (fact) => ({ ...ofReview(fact), actor: byStaff(fact.by), reason: 'review' }),
  },
  review_given: { verdict: 'record', row: (fact) => ({ ...ofReview(fact), actor: byStaff(fact.by) }) },
  feedback_read: {
    verdict: 'record',
    row: (fact) => ({ ...ofReview(fact), actor: byStaff(fact.by), reason: 'feedback' }),
  },
  feedback_replied: { verdict: 'record', row: (fact) => ({ ...ofReview(fact), actor: byStaff(fact.by) }) },
};
