import { v7 as uuid } from 'uuid';
import { later, type ConversationId, type ServiceId, type StaffId } from '@warmline/kernel';
import type { Scene } from './scene';

/** A review that a supervisor planned. */
export interface PlannedReview {
  readonly service: ServiceId;
  readonly conversation: ConversationId;
  readonly review: string;
  readonly responder: StaffId;
  /** The supervisor. */
  readonly by: StaffId;
}

const A_WEEK = 7 * 86_400_000;

/** A review of this person's work in a conversation that has ended, written through the real stores. */
export const aReviewIn = async (scene: Scene, responder: StaffId): Promise<PlannedReview> => {
  const { conversation } = await scene.held(responder);
  await scene.ended(conversation);
  const by = (await scene.person({ role: 'supervisor' })).id;
  const planned = { service: scene.service, conversation, review: uuid(), responder, by };
  await scene.work.inTransaction(async (stores) => {
    const at = await stores.now();
    await stores.reviews.plan(
      { type: 'review_planned', ...planned, because: 'marked', rater: 'first', at },
      { dueAt: later(at, A_WEEK), drawnOn: null },
    );
  });
  return planned;
};
