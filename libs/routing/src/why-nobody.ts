import type { ConversationId, StaffId } from '@warmline/kernel';
import { EarlierOffers } from './earlier-offers';
import { obstacles, type Obstacle } from './eligibility';
import { AGAIN_AFTER_DECLINE, termsOf, type Situation } from './matching';

export interface WhyNot {
  readonly staff: StaffId;
  /** The weightiest first; empty for a responder who may be asked and whose turn has not come. */
  readonly obstacles: readonly Obstacle[];
}

/** Why nobody is offered this visitor, one by one: what a supervisor reads. Empty for a visitor who does not wait. */
export const whyNobody = (situation: Situation, conversation: ConversationId): WhyNot[] => {
  const entry = situation.waiting.find((waiting) => waiting.conversation === conversation);
  if (entry === undefined) return [];
  const terms = termsOf(situation);
  const rest = situation.restAfterDecline ?? AGAIN_AFTER_DECLINE;
  const earlier = new EarlierOffers(situation.unanswered, { now: situation.now, rest });
  const declined: Obstacle = { reason: 'declined_recently', until: null, lacks: null };
  return situation.free.map((responder) => ({
    staff: responder.staff,
    obstacles: [
      ...obstacles(responder, entry, terms),
      ...(earlier.rests(conversation, responder.staff) ? [declined] : []),
    ],
  }));
};
