import { HOUR, instant, later, type Instant } from '@warmline/kernel';
import { findRotaProblems, type PlannedBlock } from './rota-problems';
import { WELLBEING } from './wellbeing-limits';

const on = (day: number, hour: number): Instant =>
  instant(Date.UTC(2026, 10, day, Math.floor(hour), (hour % 1) * 60));
const block = (day: number, from: number, hours = 2): PlannedBlock => ({
  person: 'sam',
  beginsAt: on(day, from),
  endsAt: later(on(day, from), hours * HOUR),
});
const problems = (...blocks: PlannedBlock[]) =>
  findRotaProblems(blocks, { zone: 'Europe/London', limits: WELLBEING, now: on(1, 0) }).map((found) =>
    found.kind === 'too_near' ? [found.block, found.other] : [found.block, found.within],
  );

describe('a rota', () => {
  it.each([
    ['half an hour apart', [block(2, 16), block(2, 18.5)], []],
    ['one right after the other', [block(2, 16), block(2, 18)], [[1, 0]]],
    ['written the other way round', [block(2, 18), block(2, 16)], [[0, 1]]],
    ['at the same time', [block(2, 16), block(2, 17)], [[1, 0]]],
    [
      'beside a longer one',
      [block(2, 14, 4), block(2, 15, 1), block(2, 18.25)],
      [
        [1, 0],
        [2, 0],
      ],
    ],
    ['of two people', [block(2, 16), { ...block(2, 18), person: 'kim' }], []],
    ['ten hours overnight', [block(2, 20), block(3, 8)], [[1, 0]]],
    ['eleven hours overnight', [block(2, 20), block(3, 9)], []],
  ])('[RTE5] of blocks %s', (_, blocks, expected) => {
    expect(problems(...blocks)).toEqual(expected);
  });

  it('[RTE5] has no more hours of anybody than they may work in a day, or with any supervisor’s word in a week', () => {
    expect(problems(block(2, 16, 4))).toEqual([]);
    expect(problems(block(2, 16, 4.5))).toEqual([[0, 'day']]);
    expect(problems(block(2, 9), block(2, 13), block(2, 17, 0.5))).toEqual([[2, 'day']]);
    const week = [2, 3, 4, 5].map((day) => block(day, 12, 4));
    expect(problems(...week)).toEqual([]);
    expect(problems(...week, block(7, 12, 1))).toEqual([[4, 'week']]);
    expect(problems(...week, block(9, 16, 1))).toEqual([]);
  });

  it('lets what is over be as it was', () => {
    const blocks = [block(2, 16), block(2, 18)];
    expect(findRotaProblems(blocks, { zone: 'Europe/London', limits: WELLBEING, now: on(2, 20) })).toEqual(
      [],
    );
  });
});
