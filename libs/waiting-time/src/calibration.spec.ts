import type { Band } from '@warmline/vocabulary';
import {
  calibrate,
  calibrated,
  calibratedWait,
  quantile,
  ratiosFor,
  ratioOf,
  type WaitOutcome,
} from './calibration';

const outcomes = (count: number, of: (place: number) => Partial<WaitOutcome>): WaitOutcome[] =>
  Array.from({ length: count }, (_, place) => ({ band: 3, raw: 10, trueWait: 10, ...of(place) }));

/** Ratios 0.01, 0.02 … of the given band. */
const rising = (count: number, band: Band): WaitOutcome[] =>
  outcomes(count, (place) => ({ band, trueWait: (place + 1) / 10 }));

describe('calibration', () => {
  it('[RTE4] bounds four of five of what was seen', () => {
    const found = calibratedWait(10, 3, calibrate(rising(300, 3)));
    // The 244th of 300: four of five, one percent for a load that rises, and the one who is still to come.
    expect(found?.bound).toBeCloseTo(24.4);
    expect(found?.likely).toBeCloseTo(15.1);
  });

  it('looks at the latest 300 of a band', () => {
    const early = outcomes(500, () => ({ trueWait: 1_000 }));
    expect(calibratedWait(10, 3, calibrate([...early, ...rising(300, 3)]))?.bound).toBeCloseTo(24.4);
  });

  it('pools the bands where one has under 50', () => {
    const standard = outcomes(100, () => ({ trueWait: 20 }));
    const soon = (count: number) => outcomes(count, () => ({ band: 2, trueWait: 5 }));
    expect(calibratedWait(10, 2, calibrate([...standard, ...soon(49)]))?.bound).toBeCloseTo(20);
    expect(calibratedWait(10, 2, calibrate([...standard, ...soon(50)]))?.bound).toBeCloseTo(5);
  });

  it('says nothing before 50 outcomes', () => {
    expect(calibratedWait(10, 3, calibrate(outcomes(49, () => ({}))))).toBeNull();
    expect(calibratedWait(0, 3, calibrate(outcomes(49, () => ({}))))).toBeNull();
    expect(calibratedWait(10, 3, calibrate(outcomes(50, () => ({}))))).not.toBeNull();
  });

  it('keeps apart who found a free slot and who waited in line', () => {
    const free = outcomes(200, () => ({ raw: 0, trueWait: 0.2 }));
    const inLine = outcomes(200, () => ({ trueWait: 15 }));
    const mixed = calibrate(free.flatMap((one, place) => [one, ...inLine.slice(place, place + 1)]));
    expect(calibratedWait(10, 3, mixed)?.bound).toBeCloseTo(15);
    expect(calibratedWait(0, 3, mixed)?.bound).toBeCloseTo(0.2);
  });

  it('says "in a moment" of a free slot even where nobody has found one yet', () => {
    expect(calibratedWait(0, 3, calibrate(outcomes(60, () => ({}))))?.bound).toBeCloseTo(0.5);
  });

  it('says nothing of a line where under 50 have stood in one', () => {
    const free = outcomes(200, () => ({ raw: 0, trueWait: 0.2 }));
    expect(calibratedWait(10, 3, calibrate([...free, ...outcomes(49, () => ({}))]))).toBeNull();
  });

  it('[RTE4] compares an estimate to those most like it: long ones are surer than short ones', () => {
    const short = outcomes(150, (place) => ({ raw: 2, trueWait: (place % 10) + 1 }));
    const long = outcomes(150, (place) => ({ raw: 30, trueWait: 28 + (place % 5) }));
    const both = calibrate(short.flatMap((one, place) => [one, ...long.slice(place, place + 1)]));
    expect(calibratedWait(2, 3, both)?.bound).toBeCloseTo(9);
    expect(calibratedWait(30, 3, both)?.bound).toBeCloseTo(32);
    expect(calibratedWait(100, 3, both)?.bound).toBeCloseTo((100 * 32) / 30);
  });

  it('compares estimates of less than a quarter of a minute as a quarter', () => {
    expect(ratioOf({ band: 3, raw: 0.1, trueWait: 1 })).toBe(4);
    expect(ratioOf({ band: 3, raw: 0.5, trueWait: 1 })).toBe(2);
  });

  it('says the same one by one and all at once', () => {
    const seen = [...rising(120, 3), ...rising(60, 2), ...outcomes(70, () => ({ raw: 0, trueWait: 0.2 }))];
    const all = calibrate(seen);
    for (const band of [1, 2, 3] as const) {
      for (const raw of [0, 7])
        expect(calibrated(raw, ratiosFor(seen, { raw, band }))).toEqual(calibratedWait(raw, band, all));
    }
  });
});

describe('a quantile', () => {
  it('is the order statistic that the next one stays below with that chance', () => {
    expect(quantile([4, 1, 3, 2], 0.8)).toBe(4);
    expect(quantile([9, 1, 3, 2, 5, 7, 4, 8, 6], 0.8)).toBe(8);
    expect(quantile([5], 0.5)).toBe(5);
    expect(quantile([], 0.8)).toBeNaN();
  });
});
