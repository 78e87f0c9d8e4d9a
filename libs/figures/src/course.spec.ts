import { MINUTE } from '@warmline/kernel';
import { courseOf } from './course';
import { spread, spreadOfCounts } from './spread';
import { aContact, answered, at, left } from './testing';

const hours = [0, 60, 120].map((minute) => ({ from: at(minute), to: at(minute + 60) }));
const countsOf = (steps: ReturnType<typeof courseOf>) =>
  steps.map((step) => [step.arrivals, step.answered, step.left]);

describe('the course of a range', () => {
  it('counts an arrival where it came, and its wait where it ended', () => {
    const contacts = [answered(50, 20), left(55, 90), aContact(130)];
    expect(countsOf(courseOf(contacts, hours))).toEqual([
      [2, 0, 0],
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });

  it('counts the beginning of a step to it and its end to the next, and nothing outside of the range', () => {
    const contacts = [answered(-10, 10), answered(59, 1), answered(170, 10), answered(-20, 10)];
    expect(countsOf(courseOf(contacts, hours))).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it('counts a short leave as an arrival and not as a wait that was left', () => {
    expect(countsOf(courseOf([left(1, 0.2)], hours))[0]).toEqual([1, 0, 0]);
  });

  it('shows the time of nine in ten from ten answers on', () => {
    const nine = Array.from({ length: 9 }, (_, place) => answered(place, place + 1));
    expect(courseOf(nine, hours)[0]?.p90).toBeNull();
    expect(courseOf([...nine, answered(9, 10)], hours)[0]?.p90).toBe(9 * MINUTE);
  });
});

describe('a spread of counted values', () => {
  it('is the spread of the values themselves', () => {
    const values = [5, 1, 1, 9, 9, 9, 30, 2, 2, 4];
    const counted = [...new Set(values)].map((value) => ({
      value,
      count: values.filter((one) => one === value).length,
    }));
    expect(spreadOfCounts(counted)).toEqual(spread(values));
    expect(spreadOfCounts([])).toBeNull();
  });
});
