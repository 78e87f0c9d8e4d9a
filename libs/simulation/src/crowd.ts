import { later, MINUTE } from '@warmline/kernel';
import { freshResponder, type Situation } from '@warmline/routing';
import { START, USUAL_CELL } from './cell';
import { Chance } from './chance/chance';
import { contactMaker, conversationNumbered, staffNumbered } from './trace';

/** A moment with so many waiting (for up to an hour) and so many free, half of them with one conversation. */
export const crowd = ({
  waiting,
  free,
  seed,
}: {
  readonly waiting: number;
  readonly free: number;
  readonly seed: number;
}): Situation => {
  const chance = Chance.of(seed, 'crowd');
  const make = contactMaker(USUAL_CELL, chance);
  return {
    now: START,
    waiting: Array.from({ length: waiting }, (_, place) => {
      const { band, topics } = make(START);
      const enteredAt = later(START, -chance.between(0, 60 * MINUTE));
      return { conversation: conversationNumbered(place + 1), band, topics, enteredAt };
    }),
    free: Array.from({ length: free }, (_, place) => ({
      ...freshResponder(staffNumbered(place + 1), later(START, -chance.between(0, 60 * MINUTE))),
      caseload: { standard: chance.happens(0.5) ? 1 : 0, answerFirst: 0, wrapUps: 0 },
    })),
    unanswered: [],
    heldBefore: new Map(),
  };
};
