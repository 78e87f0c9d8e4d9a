import { rate, shareOf, SPLIT_LEAST } from '@warmline/figures';
import { ITEM_MARKS, RUBRIC_ITEMS, type ItemMark } from '@warmline/vocabulary';
import type { Marks } from './score';

/** What two raters said of the same thing, the first rater first. */
export type RatedPair = readonly [ItemMark, ItemMark];

/** Two raters agree well enough from here on (docs/spec/quality.md#agreement). */
export const AGREEMENT_GOAL = 0.6;

const shareOfMark = (marks: readonly ItemMark[], mark: ItemMark): number =>
  rate(shareOf(marks, (one) => one === mark)) ?? 0;

/**
 * Cohen's kappa: how much more often two raters agree than they would by chance, given how often each uses each mark. 1: they
 * always agree. 0: as often as by chance. Below 0: less often. Never below -1. Null of nothing, and where both gave one and the
 * same mark throughout: then agreement by chance is certain, and kappa has no value. J. Cohen, Educational and Psychological
 * Measurement 20 (1960); docs/spec/quality.md#agreement.
 */
export const cohensKappa = (pairs: readonly RatedPair[]): number | null => {
  const observed = rate(shareOf(pairs, ([first, second]) => first === second));
  if (observed === null) return null;
  const [firsts, seconds] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
  const byChance = ITEM_MARKS.reduce<number>(
    (sum, mark) => sum + shareOfMark(firsts, mark) * shareOfMark(seconds, mark),
    0,
  );
  return byChance >= 1 ? null : (observed - byChance) / (1 - byChance);
};

/** Kappa over the items of conversations that two people rated. Of fewer than ten conversations it is not shown: null. */
export const shownAgreement = (rated: readonly (readonly [Marks, Marks])[]): number | null => {
  if (rated.length < SPLIT_LEAST) return null;
  return cohensKappa(
    rated.flatMap(([first, second]) => RUBRIC_ITEMS.map((item): RatedPair => [first[item], second[item]])),
  );
};

/** The mean of scores in whole percent. Of fewer than ten it is not shown: null. */
export const shownMean = (scores: readonly number[]): number | null =>
  scores.length < SPLIT_LEAST
    ? null
    : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);
