import fc from 'fast-check';
import { isNight } from '@warmline/calendar';
import { HOUR, instant, later, MINUTE, type Instant } from '@warmline/kernel';
import { blockMayBeginAt, isOvernight } from './shift-gaps';
import { limitsOf, WELLBEING } from './wellbeing-limits';

const at = (text: string): Instant => instant(Date.parse(text));
const LONDON = 'Europe/London';
/** On the walls of London in November, which are those of UTC. */
const on = (day: number, time: string): Instant => at(`2026-11-${String(day).padStart(2, '0')}T${time}:00Z`);
const next = (ended: Instant, asked: Instant, zone = LONDON) =>
  blockMayBeginAt({ lastBlockEndedAt: ended, zone }, asked, WELLBEING);

describe('the time between two shift blocks', () => {
  it.each([
    ['the whole night', on(18, '22:00'), on(19, '08:00'), true],
    ['from past midnight into the day', on(18, '00:30'), on(18, '09:00'), true],
    ['to early in the morning', on(18, '21:00'), on(19, '05:00'), true],
    ['three hours of the night', on(18, '22:30'), on(19, '03:00'), true],
    ['less than three hours of it', on(18, '22:30'), on(19, '02:59'), false],
    ['from the end of the night to just after', on(18, '05:59'), on(18, '06:30'), true],
    ['the end of the night itself begins a day', on(18, '06:00'), on(18, '06:30'), false],
    ['an hour of the evening', on(18, '22:00'), on(18, '23:00'), false],
    ['over midnight in a night’s work', on(18, '23:40'), on(19, '00:20'), false],
    ['a pause in the night', on(18, '02:30'), on(18, '03:10'), false],
    ['a day', on(18, '08:00'), on(18, '20:00'), false],
  ])('[RTE5] is overnight or not: %s', (_, ended, begins, expected) => {
    expect(isOvernight(ended, begins, LONDON)).toBe(expected);
  });

  it('[RTE5] is read on the wall of the service', () => {
    const [ended, begins] = [on(18, '14:00'), on(18, '22:00')];
    expect(isOvernight(ended, begins, LONDON)).toBe(false);
    expect(isOvernight(ended, begins, 'Asia/Tokyo')).toBe(true);
    expect([isNight(ended, LONDON), isNight(on(18, '19:00'), 'Asia/Tokyo')]).toEqual([false, true]);
    expect([
      isNight(on(18, '00:00'), LONDON),
      isNight(on(18, '05:59'), LONDON),
      isNight(on(18, '06:00'), LONDON),
    ]).toEqual([true, true, false]);
  });

  it.each([
    ['half an hour within a day', on(18, '18:00'), on(18, '18:10'), on(18, '18:30')],
    ['nothing after half an hour', on(18, '18:00'), on(18, '18:30'), on(18, '18:30')],
    ['eleven hours overnight', on(18, '22:00'), on(19, '06:30'), on(19, '09:00')],
    ['nothing after eleven hours', on(18, '22:00'), on(19, '09:00'), on(19, '09:00')],
    ['half an hour in the evening', on(18, '22:00'), on(18, '22:01'), on(18, '22:30')],
    [
      'eleven hours where half an hour ends in the morning',
      on(18, '05:45'),
      on(18, '05:50'),
      on(18, '16:45'),
    ],
  ])('[RTE5] has to be %s', (_, ended, asked, begins) => {
    expect(next(ended, asked)).toBe(begins);
  });

  it('[RTE5] is counted in hours that pass, whatever the clocks do', () => {
    // In the night to 29 March 2026 an hour is skipped, in that to 25 October one is there twice.
    expect(next(at('2026-03-28T22:00:00Z'), at('2026-03-29T07:00:00Z'))).toBe(at('2026-03-29T09:00:00Z'));
    expect(next(at('2026-10-24T21:00:00Z'), at('2026-10-25T07:00:00Z'))).toBe(at('2026-10-25T08:00:00Z'));
  });

  it('[RTE5] is longer where the service is stricter, and none before the first block', () => {
    const { limits } = limitsOf({ gapInDay: 2 * HOUR, gapOvernight: 13 * HOUR });
    const before = { lastBlockEndedAt: on(18, '18:00'), zone: LONDON };
    expect(blockMayBeginAt(before, on(18, '19:00'), limits)).toBe(on(18, '20:00'));
    expect(blockMayBeginAt(before, on(19, '06:00'), limits)).toBe(on(19, '07:00'));
    expect(blockMayBeginAt({ ...before, lastBlockEndedAt: null }, on(18, '18:00'), limits)).toBe(
      on(18, '18:00'),
    );
  });

  it('[RTE5] a gap that is long enough stays so, and a block may begin at the moment named', () => {
    const anyGap = fc.record({
      ended: fc
        .integer({ min: 0, max: 3 * 24 * 60 })
        .map((minutes) => later(on(10, '00:00'), minutes * MINUTE)),
      waited: fc.integer({ min: 0, max: 14 * 60 }),
      zone: fc.constantFrom(LONDON, 'Asia/Tokyo', 'America/St_Johns', 'Asia/Kathmandu'),
    });
    fc.assert(
      fc.property(anyGap, ({ ended, waited, zone }) => {
        const asked = later(ended, waited * MINUTE);
        const begins = next(ended, asked, zone);
        expect(begins).toBeGreaterThanOrEqual(asked);
        expect(next(ended, begins, zone)).toBe(begins);
        const gap = begins - ended;
        expect(gap).toBeGreaterThanOrEqual(30 * MINUTE);
        if (isOvernight(ended, begins, zone)) expect(gap).toBeGreaterThanOrEqual(11 * HOUR);
        // Nothing sooner would do: a minute before is too early, or was not asked for.
        if (begins > asked)
          expect(next(ended, later(begins, -MINUTE), zone)).toBeGreaterThan(later(begins, -MINUTE));
      }),
      { seed: 51_207, numRuns: 500 },
    );
  });
});
