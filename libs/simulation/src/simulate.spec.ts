import { HOUR } from '@warmline/kernel';
import { USUAL_CELL, type Cell } from './cell';
import { exposureOf } from './goals/exposure';
import { goalsOf } from './goals/goal';
import { leftShare, longestWait, serviceLevel } from './goals/measures';
import { firstComeFirstServed } from './policy';
import { simulate } from './simulate';

const cell: Cell = { ...USUAL_CELL, responders: 4, load: 1.4, days: 10, seed: 50_505 };
const run = simulate(cell);

describe('a simulated service', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(simulate(cell).records).toEqual(run.records);
    expect(simulate({ ...cell, seed: 50_506 }).records).not.toEqual(run.records);
  });

  it('[RTE1] asks for everyone in the order of a second model: no inversion', () => {
    expect(run.decisions).toBeGreaterThan(1_000);
    expect(run.inversions).toBe(0);
  });

  it('ends the wait of everyone but the last', () => {
    const open = run.records.filter(({ ending }) => ending === null);
    expect(open.length).toBeLessThan(10);
    const last = run.records.at(-1)?.contact.arrivesAt ?? 0;
    expect(open.every(({ contact }) => contact.arrivesAt > last - 3 * HOUR)).toBe(true);
  });

  it('answers band 1 sooner than first come first served would, from the same people', () => {
    const other = simulate(cell, { policy: firstComeFirstServed, announces: false });
    expect(other.records.map(({ contact }) => contact)).toEqual(run.records.map(({ contact }) => contact));
    expect(serviceLevel(run, 1, 1)).toBeGreaterThan(serviceLevel(other, 1, 1));
  });

  it('[RTE3] leaves no standard visitor waiting without end: the longest wait is known', () => {
    expect(longestWait(run)).toBeLessThan(120);
  });

  it('has more people leave when there are more of them', () => {
    expect(leftShare(simulate({ ...cell, load: 2.5 }, { announces: false }))).toBeGreaterThan(leftShare(run));
  });

  it('judges every goal of docs/spec/waiting.md that this cell has', () => {
    const goals = goalsOf(run);
    expect([...new Set(goals.map(({ goal }) => goal))]).toEqual([
      'G1',
      'G2',
      'G3',
      'G4',
      'G5',
      'G6',
      'G7',
      'G8',
      'G9',
    ]);
    expect(goals.every(({ value }) => Number.isFinite(value))).toBe(true);
  });
});

describe('how hard topics are spread', () => {
  const exposure = exposureOf(run.records, run.shifts);

  it('[RTE6] is reported as hard conversations per hour on shift, of all and of the most exposed', () => {
    expect(exposure.perHour).toBeGreaterThan(0.2);
    expect(exposure.perHour).toBeLessThan(0.8);
    expect(exposure.perHourOfMostExposed).toBeGreaterThan(exposure.perHour);
  });

  it('[RTE6] meets nobody with the same hard topic more often than chance would', () => {
    expect(exposure.sameTopicAgain).toBeGreaterThan(0);
    expect(exposure.sameTopicAgain).toBeLessThan(exposure.sameTopicByChance * 1.25);
  });

  it('has no third heavy conversation in a row', () => {
    expect(exposure.mostInARow).toBeLessThanOrEqual(2);
  });
});
