import fc from 'fast-check';
import { HOUR, instant, MINUTE } from '@warmline/kernel';
import { instantAt, localTime } from './index';

const ZONES = [
  'Europe/London',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
];
const FROM = Date.UTC(1990, 0, 1);
const TO = Date.UTC(2040, 0, 1);

/** What Intl says, asked each time. */
const shownBy = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

const shown = (at: number, zone: string): string => {
  const { day, minute } = localTime(instant(at), zone);
  return new Date(day * 24 * HOUR + minute * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
};

describe('local time', () => {
  it('is what Intl says at any moment, also in an hour within which the clocks change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: FROM, max: TO }), (zone, at) => {
        expect(shown(at, zone)).toBe(shownBy(at, zone));
      }),
      { seed: 2_611, numRuns: 300 },
    );
    // Newfoundland changed its clocks a minute after midnight: within an hour of UTC.
    const changed = Date.UTC(2010, 10, 7, 2, 31);
    for (let minute = -90; minute <= 90; minute += 1)
      expect(shown(changed + minute * MINUTE, 'America/St_Johns')).toBe(
        shownBy(changed + minute * MINUTE, 'America/St_Johns'),
      );
  });

  it('is found again from the wall', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: FROM / MINUTE, max: TO / MINUTE }),
        (zone, minutes) => {
          const at = instant(minutes * MINUTE);
          const local = localTime(at, zone);
          expect([instantAt(local, zone), instantAt(local, zone, 'last')]).toContain(at);
        },
      ),
      { seed: 2_612, numRuns: 300 },
    );
  });
});
