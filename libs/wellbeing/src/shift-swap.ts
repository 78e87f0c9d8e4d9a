import type { Instant } from '@warmline/kernel';
import { findRotaProblems, type PlannedBlock, type RotaProblem } from './rota-problems';
import type { WellbeingLimits } from './wellbeing-limits';

/** A shift of the rota, of a person who is known. */
export type OwnBlock = Omit<PlannedBlock, 'person'>;

/** One person gives a shift to another, who may give one in return. */
export interface ShiftSwap {
  readonly given: OwnBlock;
  /** Null: nothing in return. */
  readonly back: OwnBlock | null;
}

/** What both have planned. */
export interface SwapPlans {
  readonly giver: readonly OwnBlock[];
  readonly taker: readonly OwnBlock[];
}

export interface SwapTerms {
  readonly zone: string;
  readonly limits: WellbeingLimits;
  readonly now: Instant;
}

/** Why a swap cannot be made. `problem`: the person could not work their shifts afterwards. */
export type SwapObstacle =
  /** One of the shifts has begun, is not planned any more, or is planned otherwise. */
  | { readonly kind: 'over' }
  | { readonly kind: 'problem'; readonly whose: 'giver' | 'taker'; readonly problem: RotaProblem };

const isSame = (left: OwnBlock, right: OwnBlock): boolean =>
  left.beginsAt === right.beginsAt && left.endsAt === right.endsAt;

/** Whether the same shifts change hands. */
export const isSameSwap = (left: ShiftSwap, right: ShiftSwap): boolean =>
  isSame(left.given, right.given) &&
  (left.back === null || right.back === null ? left.back === right.back : isSame(left.back, right.back));

const isPlanned = (block: OwnBlock, plan: readonly OwnBlock[], now: Instant): boolean =>
  block.beginsAt > now && plan.some((other) => isSame(other, block));

const without = (plan: readonly OwnBlock[], block: OwnBlock | null): readonly OwnBlock[] =>
  block === null ? plan : plan.filter((other) => !isSame(other, block));

/** The first new problem of a person whose plan becomes another; one that was there before is not the swap's. */
const newProblem = (
  before: readonly OwnBlock[],
  after: readonly OwnBlock[],
  terms: SwapTerms,
): RotaProblem | null => {
  const problemsOf = (plan: readonly OwnBlock[]) =>
    findRotaProblems(
      plan.map((block) => ({ ...block, person: '' })),
      terms,
    ).map((problem) => ({ problem, at: plan[problem.block]?.beginsAt }));
  const known = new Set(problemsOf(before).map(({ at }) => at));
  return problemsOf(after).find(({ at }) => !known.has(at))?.problem ?? null;
};

/** Why two people cannot swap these shifts now; null when they can. Asked when it is offered, and again when it is agreed. */
export const swapObstacle = (
  { given, back }: ShiftSwap,
  { giver, taker }: SwapPlans,
  terms: SwapTerms,
): SwapObstacle | null => {
  const { now } = terms;
  if (!isPlanned(given, giver, now) || (back !== null && !isPlanned(back, taker, now)))
    return { kind: 'over' };
  const giverAfter = [...without(giver, given), ...(back === null ? [] : [back])];
  const takerAfter = [...without(taker, back), given];
  const ofGiver = newProblem(giver, giverAfter, terms);
  if (ofGiver !== null) return { kind: 'problem', whose: 'giver', problem: ofGiver };
  const ofTaker = newProblem(taker, takerAfter, terms);
  return ofTaker === null ? null : { kind: 'problem', whose: 'taker', problem: ofTaker };
};
