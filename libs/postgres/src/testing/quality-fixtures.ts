import { randomBytes, randomUUID } from 'node:crypto';
import { later } from '@warmline/kernel';
import { FEEDBACK_WITHIN, type QualityEvent } from '@warmline/quality';
import { aReviewIn } from '@warmline/test-kit';
import { RUBRIC_ITEMS, type RubricItem } from '@warmline/vocabulary';
import { about, type FactContext, type FactFixture } from './fact-fixture';

const marks = Object.fromEntries(RUBRIC_ITEMS.map((item) => [item, 2])) as Record<RubricItem, 2>;

const newReview = async (context: FactContext) => {
  const { conversation } = await context.scene.held(context.person.id);
  await context.scene.ended(conversation);
  return { ...about(context, conversation), review: randomUUID(), responder: context.person.id };
};

const plannedReview = ({ scene, person }: FactContext) => aReviewIn(scene, person.id);

/** Taken by the supervisor who planned it. */
const takenReview = async (context: FactContext) => {
  const of = await plannedReview(context);
  await context.scene.work.inTransaction(async (stores) =>
    stores.reviews.take({ type: 'review_taken', ...of, at: await stores.now() }),
  );
  return of;
};

export const qualityFixtures: Record<QualityEvent['type'], FactFixture> = {
  review_planned: async (context) => {
    const of = await newReview(context);
    return async (stores) => {
      const at = await stores.now();
      await stores.reviews.plan(
        { type: 'review_planned', ...of, because: 'monthly', rater: 'first', by: null, at },
        { dueAt: later(at, FEEDBACK_WITHIN), drawnOn: '2026-03-01' },
      );
    };
  },
  review_taken: async (context) => {
    const of = await plannedReview(context);
    return async (stores) => stores.reviews.take({ type: 'review_taken', ...of, at: await stores.now() });
  },
  review_put_back: async (context) => {
    const of = await takenReview(context);
    return async (stores) =>
      stores.reviews.putBack({ type: 'review_put_back', ...of, at: await stores.now() });
  },
  review_read: async (context) => {
    const of = await takenReview(context);
    return async (stores) =>
      stores.reviews.recordRead({ type: 'review_read', ...of, at: await stores.now() });
  },
  review_given: async (context) => {
    const of = await takenReview(context);
    const given = { marks, fails: [], score: 100, wordsSealed: randomBytes(40) };
    return async (stores) =>
      stores.reviews.give({ type: 'review_given', ...of, at: await stores.now() }, given);
  },
  feedback_read: async (context) => {
    const of = await takenReview(context);
    return async (stores) =>
      stores.reviews.readFeedback({ type: 'feedback_read', ...of, at: await stores.now() });
  },
  feedback_replied: async (context) => {
    const of = await takenReview(context);
    return async (stores) => {
      await stores.reviews.addReply(
        { type: 'feedback_replied', ...of, reply: randomUUID(), at: await stores.now() },
        randomBytes(40),
      );
    };
  },
};
