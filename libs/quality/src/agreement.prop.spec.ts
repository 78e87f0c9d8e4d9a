import fc from 'fast-check';
import { ITEM_MARKS, RUBRIC_ITEMS, type ItemMark } from '@warmline/vocabulary';
import { cohensKappa, shownAgreement, shownMean, type RatedPair } from './agreement';
import type { Marks } from './score';

const times = (count: number, pair: RatedPair): RatedPair[] => Array.from({ length: count }, () => pair);
const everyMark = (mark: ItemMark): Marks =>
  Object.fromEntries(RUBRIC_ITEMS.map((item) => [item, mark])) as Record<
    (typeof RUBRIC_ITEMS)[number],
    ItemMark
  >;
const marks = fc.constantFrom(...ITEM_MARKS);
const pairs = fc.array(fc.tuple(marks, marks), { minLength: 1, maxLength: 60 });

describe('the agreement of two raters', () => {
  it('[QLT4] is that of worked examples', () => {
    // 45 of 100 both 2, 15 first 2, 25 second 2, 15 both 0: observed 0.6, by chance 0.54.
    const hundred = [...times(45, [2, 2]), ...times(15, [2, 0]), ...times(25, [0, 2]), ...times(15, [0, 0])];
    expect(cohensKappa(hundred)).toBeCloseTo(0.1304, 4);
    // 20 both 2, 5 first 2, 10 second 2, 15 both 0: observed 0.7, by chance 0.5.
    const fifty = [...times(20, [2, 2]), ...times(5, [2, 0]), ...times(10, [0, 2]), ...times(15, [0, 0])];
    expect(cohensKappa(fifty)).toBeCloseTo(0.4, 10);
    // Four marks: 3 of 6 equal; by chance (2·2 + 1·1 + 1·2 + 2·1) / 36 = 0.25.
    const four: RatedPair[] = [
      [2, 2],
      [2, 2],
      [1, 0],
      [0, 1],
      ['not_applicable', 'not_applicable'],
      ['not_applicable', 0],
    ];
    const byChance = (2 * 2 + 1 * 1 + 1 * 2 + 2 * 1) / 36;
    expect(cohensKappa(four)).toBeCloseTo((3 / 6 - byChance) / (1 - byChance), 10);
  });

  it('[QLT4] is 0 where marks of one say nothing of marks of the other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(marks, { minLength: 2 }), fc.integer({ min: 1, max: 4 }), (used, count) => {
        const crossed = used.flatMap((first) => used.flatMap((second) => times(count, [first, second])));
        expect(cohensKappa(crossed)).toBeCloseTo(0, 10);
      }),
      { seed: 40_001 },
    );
  });

  it('[QLT4] is 1 where they always agree, and has no value where there is nothing to agree on', () => {
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 60 }), (given) => {
        const isVaried = new Set(given).size > 1;
        expect(cohensKappa(given.map((mark) => [mark, mark] as const))).toBe(isVaried ? 1 : null);
      }),
      { seed: 40_002 },
    );
    expect(cohensKappa([])).toBeNull();
  });

  it('[QLT4] is never below -1 or above 1, and the same whichever rater is called first', () => {
    fc.assert(
      fc.property(pairs, (rated) => {
        const kappa = cohensKappa(rated);
        if (kappa !== null) {
          expect(kappa).toBeGreaterThanOrEqual(-1);
          expect(kappa).toBeLessThanOrEqual(1);
        }
        const swapped = cohensKappa(rated.map(([first, second]) => [second, first] as const));
        expect(swapped === null).toBe(kappa === null);
        expect((swapped ?? 0) - (kappa ?? 0)).toBeCloseTo(0, 10);
      }),
      { seed: 40_003 },
    );
  });

  it('[QLT4] of fewer than ten conversations is not shown, and no mean of fewer than ten scores', () => {
    const rated = (count: number) =>
      Array.from({ length: count }, (_, at) => [everyMark(at % 2 === 0 ? 2 : 0), everyMark(2)] as const);
    expect(shownAgreement(rated(9))).toBeNull();
    expect(shownAgreement(rated(10))).toBeCloseTo(0, 10);
    expect(shownMean(Array.from({ length: 9 }, () => 80))).toBeNull();
    expect(shownMean(Array.from({ length: 10 }, (_, at) => at * 10))).toBe(45);
  });
});
