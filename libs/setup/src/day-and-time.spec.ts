import { readDay, readTime } from './day-and-time';

describe('a day', () => {
  it.each([
    ['2026-11-30', '2026-11-30'],
    ['2026-1-3', '2026-01-03'],
    ['30/11/2026', '2026-11-30'],
    ['3.1.2026', '2026-01-03'],
    ['3-1-2026', '2026-01-03'],
    ['30 November 2026', '2026-11-30'],
    ['1st Sept 2026', '2026-09-01'],
    ['30 Nov. 2026', '2026-11-30'],
    ['29/2/2028', '2028-02-29'],
  ])('written as %s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it.each([
    '29/2/2027',
    '11/30/2026',
    '30/11/26',
    '31 Febuary 2026',
    '30 No 2026',
    '1899-12-31',
    '2026-13-01',
    '2026-00-10',
    'tomorrow',
    '',
    `${'1'.repeat(40_000)}/1/2026`,
  ])('is not %p', (text) => {
    expect(readDay(text)).toBeNull();
  });
});

describe('a time of day', () => {
  it.each([
    ['09:30', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['24:00', '24:00'],
    ['0:00', '00:00'],
  ])('written as %s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each(['24:01', '9', '9:3', '12:60', '-1:00', ''])('is not %p', (text) => {
    expect(readTime(text)).toBeNull();
  });
});
