import { DAY, elapsed, type Instant } from '@warmline/kernel';
import { blockMayBeginAt } from './shift-gaps';
import type { WellbeingLimits } from './wellbeing-limits';

/** Who is planned to be on when. */
export interface PlannedBlock {
  readonly person: string;
  readonly beginsAt: Instant;
  readonly endsAt: Instant;
}

/**
 * Why a planned block cannot be worked as it is planned: too near another of the same person, or more hours within a day or a
 * week than they may work. Places are those in the list that was given.
 */
export type RotaProblem =
  | { readonly block: number; readonly kind: 'too_near'; readonly other: number }
  | { readonly block: number; readonly kind: 'too_many_hours'; readonly within: 'day' | 'week' };

interface Placed extends PlannedBlock {
  readonly place: number;
}

const WEEK = 7 * DAY;

/** How much of these blocks falls within `span` ms before `until` (ms). */
const plannedWithin = (blocks: readonly Placed[], until: Instant, span: number): number => {
  let sum = 0;
  for (const { beginsAt, endsAt } of blocks)
    sum += Math.max(0, Math.min(endsAt, until) - Math.max(beginsAt, until - span));
  return sum;
};

const byPerson = (blocks: readonly PlannedBlock[]): Placed[][] => {
  const found = new Map<string, Placed[]>();
  for (const [place, block] of blocks.entries()) {
    const own = found.get(block.person);
    if (own === undefined) found.set(block.person, [{ ...block, place }]);
    else own.push({ ...block, place });
  }
  return [...found.values()].map((own) => own.sort((left, right) => left.beginsAt - right.beginsAt));
};

interface Terms {
  readonly zone: string;
  readonly limits: WellbeingLimits;
}

/** What comes before one block: the last to end, and what may be within a week of its end, with the block itself. */
interface Earlier {
  readonly before: Placed | null;
  readonly until: readonly Placed[];
}

const problemOf = (
  block: Placed,
  { before, until }: Earlier,
  { zone, limits }: Terms,
): RotaProblem | null => {
  const { place, beginsAt, endsAt } = block;
  if (before !== null) {
    const last = { lastBlockEndedAt: before.endsAt, zone };
    if (elapsed(beginsAt, blockMayBeginAt(last, beginsAt, limits)) > 0)
      return { block: place, kind: 'too_near', other: before.place };
  }
  if (plannedWithin(until, endsAt, DAY) > limits.hoursInDay)
    return { block: place, kind: 'too_many_hours', within: 'day' };
  return plannedWithin(until, endsAt, WEEK) > limits.hoursInWeekAtMost
    ? { block: place, kind: 'too_many_hours', within: 'week' }
    : null;
};

/** Of one person, in the order in which the blocks begin. Blocks that ended a week before are dropped, so it stays linear. */
const problemsOfPerson = (
  own: readonly Placed[],
  terms: Terms,
): { block: Placed; problem: RotaProblem | null }[] => {
  let before: Placed | null = null;
  let until: Placed[] = [];
  return own.map((block) => {
    until = until.filter(({ endsAt }) => endsAt > block.beginsAt - WEEK);
    until.push(block);
    const problem = problemOf(block, { before, until }, terms);
    if (before === null || block.endsAt > before.endsAt) before = block;
    return { block, problem };
  });
};

/**
 * What in a rota cannot be worked, one problem of a block at most, in the order of the list. A block of several shifts is one
 * plan, whose breaks the day itself keeps; a block that is over has none.
 */
export const findRotaProblems = (
  blocks: readonly PlannedBlock[],
  { zone, limits, now }: { readonly zone: string; readonly limits: WellbeingLimits; readonly now: Instant },
): RotaProblem[] =>
  byPerson(blocks)
    .flatMap((own) => problemsOfPerson(own, { zone, limits }))
    .flatMap(({ block, problem }) => (problem === null || block.endsAt <= now ? [] : [problem]))
    .sort((left, right) => left.block - right.block);
