import fc from 'fast-check';
import { blockStart, shownCounts, toldDays, type CountedDay } from './told-days';

/** Of a quiet service and of a busy one. */
const someDays = (most: number) =>
  fc.array(fc.integer({ min: 0, max: most }), { minLength: 26, maxLength: 26 });

const FIRST = 20_000;
const daysOf = (counts: readonly number[], today: number): CountedDay[] =>
  counts
    .map((count, at) => ({ day: FIRST + at, count, isOver: FIRST + at < today, isErased: false }))
    .filter(({ day }) => day <= today);

interface Told {
  readonly from: number;
  readonly until: number;
  readonly days: ReadonlySet<number>;
}

/** What every range tells that ends today or before, each from days of its own block on, as a report reads them. */
const everyRange = (counts: readonly number[], today: number): Told[] => {
  const days = daysOf(counts, today);
  return days.flatMap(({ day: from }) =>
    days
      .filter(({ day }) => day >= from)
      .map(({ day: until }) => ({
        ...{ from, until },
        days: toldDays(
          days.filter(({ day }) => day >= blockStart(from) && day <= until),
          from,
          until,
        ),
      })),
  );
};

const peopleOf = (days: Iterable<number>, counts: readonly number[]): number =>
  [...days].reduce((people, day) => people + (counts[day - FIRST] ?? 0), 0);

/** How many people are counted by one and not by the other, each way: what a subtraction is about. */
const between = (one: Told, other: Told, counts: readonly number[]): number[] => [
  peopleOf(
    [...one.days].filter((day) => !other.days.has(day)),
    counts,
  ),
  peopleOf(
    [...other.days].filter((day) => !one.days.has(day)),
    counts,
  ),
];

describe('days that a figure may count', () => {
  it.each([3, 8, 25])('differ between no two ranges by one to nine people (up to %i a day)', (most) => {
    fc.assert(
      fc.property(someDays(most), (counts) => {
        const last = FIRST + counts.length - 1;
        // Yesterday's answers were kept: they too are compared with those of today.
        const told = [...everyRange(counts, last), ...everyRange(counts, last - 1)];
        const nested = told.flatMap((one) =>
          told
            .filter((other) => other.from >= one.from && other.until <= one.until)
            .map((other) => [one, other] as const),
        );
        expect(nested.length).toBeGreaterThan(5_000);
        const few = nested.filter(([one, other]) =>
          between(one, other, counts).some((people) => people > 0 && people < 10),
        );
        expect(few.slice(0, 1)).toEqual([]);
      }),
      { seed: 71_001, numRuns: 6 },
    );
  });

  it('are all of them on a busy service, and a whole month of a quiet one but for a few', () => {
    expect(toldDays(daysOf([12, 30, 11], FIRST + 2), FIRST, FIRST + 2).size).toBe(3);
    const start = blockStart(FIRST + 28);
    const quiet = Array.from({ length: 28 }, (_, at) => ({
      day: start + at,
      count: 3,
      isOver: true,
      isErased: false,
    }));
    expect(toldDays(quiet, start, start + 27).size).toBe(28);
    expect(toldDays(quiet, start, start + 26).size).toBe(24);
  });

  it('are a day of few only with all the others of its group', () => {
    const start = blockStart(FIRST + 28);
    const days = [6, 40, 0, 7].map((count, at) => ({
      day: start + at,
      count,
      isOver: true,
      isErased: false,
    }));
    const told = (first: number, last: number): number[] =>
      [...toldDays(days, start + first, start + last)].map((day) => day - start).sort();
    expect(told(0, 3)).toEqual([0, 1, 2, 3]);
    expect(told(1, 3)).toEqual([1, 2]);
    expect(told(0, 2)).toEqual([1, 2]);
  });

  it('are none of few while they go on, or once their block begins to be erased', () => {
    const start = blockStart(FIRST + 28);
    const days = [9, 9, 30].map((count, at) => ({ day: start + at, count, isOver: true, isErased: false }));
    expect(toldDays(days, start, start + 2).size).toBe(3);
    const goesOn = days.map((one, at) => ({ ...one, isOver: at !== 1 }));
    expect([...toldDays(goesOn, start, start + 2)]).toEqual([start + 2]);
    const erased = days.map((one, at) => ({ ...one, isErased: at === 0 }));
    expect([...toldDays(erased, start, start + 2)]).toEqual([start + 2]);
  });
});

describe('the counts of the hours of a day', () => {
  it('hide one to nine, and what the sum of the day would give away', () => {
    expect(shownCounts([0, 4, 12, 30])).toEqual([0, null, null, 30]);
    expect(shownCounts([0, 4, 7, 30])).toEqual([0, null, null, 30]);
    expect(shownCounts([12, 30])).toEqual([12, 30]);
    expect(shownCounts([3])).toEqual([null]);
  });
});
