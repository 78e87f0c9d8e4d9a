import { HOUR, later } from '@warmline/kernel';
import { coverGaps, type PlannedCover } from './cover-gaps';
import { AROUND_THE_CLOCK, at, daily } from './testing/an-opening';

const MIDNIGHT = at('2026-11-18T00:00:00Z');
const on = (hour: number) => later(MIDNIGHT, hour * HOUR);
const block = (role: PlannedCover['role'], from: number, to: number): PlannedCover => ({
  role,
  beginsAt: on(from),
  endsAt: on(to),
});
const gaps = (planned: readonly PlannedCover[], hours = daily('18:00-22:00'), keepsNightRule = false) =>
  coverGaps(planned, { hours, keepsNightRule, from: MIDNIGHT, until: on(24) }).map((gap) => [
    (gap.from - MIDNIGHT) / HOUR,
    (gap.until - MIDNIGHT) / HOUR,
    gap.responders,
    gap.supervisors,
  ]);

describe('the gaps of a rota', () => {
  it('are the open hours in which a responder or a supervisor lacks, and none while the chat is closed', () => {
    expect(gaps([])).toEqual([[18, 22, 1, 1]]);
    expect(gaps([block('responder', 18, 20), block('supervisor', 17, 23)])).toEqual([[20, 22, 1, 0]]);
    expect(gaps([block('responder', 18, 22), block('supervisor', 19, 21)])).toEqual([
      [18, 19, 0, 1],
      [21, 22, 0, 1],
    ]);
    expect(gaps([block('responder', 18, 22), block('supervisor', 18, 22)])).toEqual([]);
  });

  it('of shifts that follow each other without a break are none', () => {
    const planned = [block('responder', 18, 20), block('responder', 20, 22), block('supervisor', 18, 22)];
    expect(gaps(planned)).toEqual([]);
  });

  it('count the second responder at night, where the service keeps the night rule', () => {
    const planned = [block('responder', 0, 24), block('supervisor', 0, 24)];
    expect(gaps(planned, AROUND_THE_CLOCK, true)).toEqual([[0, 6, 1, 0]]);
    expect(gaps(planned, AROUND_THE_CLOCK)).toEqual([]);
  });
});
