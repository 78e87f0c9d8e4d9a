import { DEFAULT_CAPACITY, hasRoom, load, weight } from './capacity';

const caseload = (standard: number, answerFirst = 0, wrapUps = 0) => ({ standard, answerFirst, wrapUps });

describe('load', () => {
  it.each([
    [caseload(0), 0],
    [caseload(1), 1],
    [caseload(2), 2],
    [caseload(0, 1), 2],
    [caseload(0, 0, 1), 0.5],
    [caseload(1, 1, 3), 4.5],
  ])('of %j is %d units', (open, units) => {
    expect(load(open)).toBe(units);
  });
});

describe('hasRoom', () => {
  /** Whether the next of band 1, 2, 3 fits. */
  const fitting = (used: number, capacity: number): boolean[] =>
    ([1, 2, 3] as const).map((band) => hasRoom(used, capacity, band));
  const [yes, no] = [true, false];

  it.each([
    // used, capacity, bands 1, 2, 3
    [0, 1, yes, yes, yes],
    [0.5, 1, no, no, no],
    [1, 1, no, no, no],
    [0, 2, yes, yes, yes],
    [0.5, 2, no, yes, yes],
    [1, 2, no, yes, yes],
    [1.5, 2, no, no, no],
    [2, 2, no, no, no],
    [0, 3, yes, yes, yes],
    [1, 3, yes, yes, yes],
    [1.5, 3, no, yes, yes],
    [2.5, 3, no, no, no],
    [3, 3, no, no, no],
  ] as const)('[ASG3] with %d of %d units in use', (used, capacity, ...expected) => {
    expect(fitting(used, capacity)).toEqual(expected);
  });

  it('takes two standard conversations by default, or one answered first', () => {
    expect(DEFAULT_CAPACITY).toBe(2 * weight(3, DEFAULT_CAPACITY));
    expect(DEFAULT_CAPACITY).toBe(weight(1, DEFAULT_CAPACITY));
  });
});
