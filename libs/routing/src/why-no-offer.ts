import type { NoOfferStep, ObstacleReason } from '@warmline/vocabulary';
import { fits } from './capacity';
import { personalObstacles, type Obstacle, type Terms } from './eligibility';
import { capacityOf, type Responder } from './responder';

/** Why a person is offered no one, and what they can do about it. */
export interface NoOffer extends Obstacle {
  /** Null where there is nothing to do but wait. */
  readonly step: NoOfferStep | null;
}

const STEP_OF: Partial<Record<ObstacleReason, NoOfferStep>> = {
  away: 'be_available',
  not_checked_in: 'check_in',
  break_due: 'take_break',
};

const plain = (reason: ObstacleReason): Obstacle => ({ reason, until: null, lacks: null });

/** Full for a standard conversation, which weighs least; null while one more fits. */
const fullness = ({ caseload, ...responder }: Responder, { limits }: Terms): NoOffer | null => {
  const { units } = capacityOf({ caseload, ...responder }, limits);
  if (fits(caseload, units, 3)) return null;
  const wouldFit = caseload.wrapUps > 0 && fits({ ...caseload, wrapUps: 0 }, units, 3);
  return { ...plain('at_capacity'), step: wouldFit ? 'finish_wrap_up' : null };
};

/**
 * The weightiest reason why this person is offered no one at `terms.now`; null when they may be asked. It asks the same
 * eligibility checks and the same capacity as the matcher (docs/spec/routing.md#capacity).
 */
export const whyNoOffer = (responder: Responder, isAway: boolean, terms: Terms): NoOffer | null => {
  const [first] = [...(isAway ? [plain('away')] : []), ...personalObstacles(responder, terms)];
  return first === undefined ? fullness(responder, terms) : { ...first, step: STEP_OF[first.reason] ?? null };
};
