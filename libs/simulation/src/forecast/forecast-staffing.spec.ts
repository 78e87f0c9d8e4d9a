import { HOUR, later, MINUTE } from '@warmline/kernel';
import { USUAL_CELL, START } from '../cell';
import { forecastStaffing, type ForecastProgress } from './forecast-staffing';
import type { ForecastRequest, StaffingForecast } from './request';

const on = (hours: number) => ({ shiftEndsAt: later(START, hours * HOUR), capacity: 2, talkingWith: [] });
const calm: ForecastRequest = {
  now: START,
  sinceFullHour: 0,
  arrivals: [3, 3],
  present: [on(3), on(3), on(3)],
  coming: [],
  waiting: [],
  people: USUAL_CELL,
  target: 10,
  seed: 9,
  futures: 12,
};

const run = (request: ForecastRequest): { forecast: StaffingForecast; steps: ForecastProgress[] } => {
  const work = forecastStaffing(request);
  const steps: ForecastProgress[] = [];
  for (;;) {
    const step = work.next();
    if (step.done === true) return { forecast: step.value, steps };
    steps.push(step.value);
  }
};

describe('a staffing forecast', () => {
  it('asks for nobody where enough are on', () => {
    const { forecast, steps } = run(calm);
    expect(forecast).toMatchObject({ additions: [], isReached: true });
    expect(forecast.hours.map(({ from }) => from)).toEqual([START, later(START, HOUR)]);
    expect(forecast.hours.every(({ wait }) => wait < 10)).toBe(true);
    expect(steps.length).toBe(12);
  });

  it('asks for more where people would wait too long, and says what that changes', () => {
    const { forecast, steps } = run({ ...calm, arrivals: [9, 9], present: [on(3), on(3)] });
    expect(forecast.additions.length).toBeGreaterThan(0);
    expect(forecast.isReached).toBe(true);
    expect(Math.max(...forecast.hours.map(({ wait }) => wait))).toBeGreaterThan(10);
    expect(Math.max(...forecast.hours.map(({ waitWithMore }) => waitWithMore))).toBeLessThanOrEqual(10);
    expect(forecast.additions.every(({ responders }) => responders > 0)).toBe(true);
    const last = steps.at(-1);
    expect(last?.futures).toBeLessThanOrEqual(last?.atMost ?? 0);
  });

  it('speaks of times as people plan, and of none twice', () => {
    const now = later(START, 13 * MINUTE);
    const { forecast } = run({
      ...calm,
      now,
      sinceFullHour: 13 * MINUTE,
      arrivals: [12, 12, 12],
      present: [],
    });
    const quarters = (at: number): number => (at - START) % (15 * MINUTE);
    expect(forecast.hours.map(({ from }) => (from - START) / MINUTE)).toEqual([13, 60, 120]);
    expect(forecast.additions.length).toBeGreaterThan(0);
    for (const [place, { from, until }] of forecast.additions.entries()) {
      expect([quarters(from), quarters(until)]).toEqual([0, 0]);
      expect(from).toBeGreaterThanOrEqual(forecast.additions[place - 1]?.until ?? now);
    }
  });

  it('counts who waits and who is busy now', () => {
    const waiting = Array.from({ length: 6 }, () => ({
      band: 3 as const,
      enteredAt: later(START, -5 * MINUTE),
    }));
    const busy = {
      ...on(3),
      talkingWith: [1, 2].map(() => ({ band: 3 as const, since: later(START, -MINUTE) })),
    };
    const waitOf = (request: ForecastRequest): number =>
      run({ ...request, target: 1_000 }).forecast.hours[0]?.wait ?? 0;
    const quiet = waitOf(calm);
    expect(waitOf({ ...calm, waiting })).toBeGreaterThan(quiet);
    expect(waitOf({ ...calm, present: [busy, busy, busy] })).toBeGreaterThan(quiet);
  });

  it('counts shifts of the rota that are still to begin', () => {
    const alone = { ...calm, present: [], target: 1_000 };
    const coming = [0, 1, 2].map(() => ({ from: later(START, 5 * MINUTE), until: later(START, 3 * HOUR) }));
    expect(run(alone).forecast.hours[1]?.wait).toBeGreaterThan(60);
    expect(run({ ...alone, coming }).forecast.hours[1]?.wait).toBeLessThan(30);
  });

  it('is the same whenever it is asked for the same', () => {
    expect(run({ ...calm, arrivals: [8, 8] })).toEqual(run({ ...calm, arrivals: [8, 8] }));
  });
});
