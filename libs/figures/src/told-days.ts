import { shownCount, SPLIT_LEAST } from './share';

/** Days of the calendar (days since 1970-01-01) that may be told together: a day of few people waits for others of its block. */
export const BLOCK_DAYS = 28;

/** The first day of the block that a day is in. */
export const blockStart = (day: number): number => Math.floor(day / BLOCK_DAYS) * BLOCK_DAYS;

/** How many people a figure counts on one day. */
export interface CountedDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly count: number;
  /** No more can be counted on it. */
  readonly isOver: boolean;
  /** Some of it was erased, so that its count was larger before. */
  readonly isErased: boolean;
}

const isFew = ({ count }: CountedDay): boolean => count > 0 && count < SPLIT_LEAST;

/** Few days in the order of time, until they are ten people together. What is left over is in no group. */
const groupsOf = (few: readonly CountedDay[]): CountedDay[][] => {
  const groups: CountedDay[][] = [];
  let group: CountedDay[] = [];
  let people = 0;
  for (const day of few) {
    group.push(day);
    people += day.count;
    if (people < SPLIT_LEAST) continue;
    groups.push(group);
    group = [];
    people = 0;
  }
  return groups;
};

/**
 * Those of the days from `first` to `last` whose people a figure may count. Days of ten or more, and of none, always; days of
 * one to nine only together with others of their block that are ten people with them, and only where the range has them all.
 * So any two ranges differ by no one, or by ten people or more, whenever they are asked for (docs/spec/figures.md#small-numbers).
 *
 * `days`: in their order, from the start of the block of `first`.
 */
export const toldDays = (days: readonly CountedDay[], first: number, last: number): ReadonlySet<number> => {
  const isIn = ({ day }: CountedDay): boolean => day >= first && day <= last;
  // Once a block begins to be erased its groups would change, and what is left would tell about those who are gone.
  const erased = new Set(days.filter(({ isErased }) => isErased).map(({ day }) => blockStart(day)));
  const blocks = [...new Set(days.map(({ day }) => blockStart(day)))].filter((block) => !erased.has(block));
  const groups = blocks.flatMap((block) =>
    groupsOf(days.filter((one) => isFew(one) && one.isOver && blockStart(one.day) === block)),
  );
  const told = [...days.filter((one) => !isFew(one)), ...groups.filter((group) => group.every(isIn)).flat()];
  return new Set(told.filter(isIn).map(({ day }) => day));
};

/**
 * The counts of the steps of one day: none of one to nine, and no single step that the sum of the day would give away. Where
 * what is hidden is fewer than ten people, the smallest other step is hidden too.
 */
export const shownCounts = (counts: readonly number[]): (number | null)[] => {
  const shown = counts.map(shownCount);
  const hidden = counts.reduce((sum, count, at) => (shown[at] === null ? sum + count : sum), 0);
  if (hidden === 0 || hidden >= SPLIT_LEAST) return shown;
  const smallest = Math.min(...shown.filter((count) => count !== null && count > 0).map(Number));
  const place = shown.indexOf(smallest);
  return shown.map((count, at) => (at === place ? null : count));
};
