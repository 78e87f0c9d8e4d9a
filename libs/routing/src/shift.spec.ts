import { instant, later, MINUTE } from '@warmline/kernel';
import { fitsIntoShift, shiftEnd } from './shift';

const now = instant(1_750_000_000_000);
const inMinutes = (minutes: number) => later(now, minutes * MINUTE);

describe('the end of a shift', () => {
  it.each([
    ['two hours away', inMinutes(120), true],
    ['just 30 minutes away', inMinutes(30), true],
    ['less than 30 minutes away', later(inMinutes(30), -1), false],
    ['now', now, false],
    ['over', inMinutes(-1), false],
    ['unknown: none has begun', null, true],
  ])('%s: a new conversation fits in: %s', (_, endsAt, fits) => {
    expect(fitsIntoShift(endsAt, now)).toBe(fits);
  });

  it.each([
    ['none has begun: two hours from now', null, inMinutes(120)],
    ['one is running: it stays as it is', inMinutes(45), inMinutes(45)],
    ['just enough is left: it stays as it is', inMinutes(30), inMinutes(30)],
    ['nothing would be offered any more: a new one begins', inMinutes(29), inMinutes(120)],
    ['it is over: a new one begins', inMinutes(-600), inMinutes(120)],
  ])('of somebody who becomes available when %s', (_, endsAt, expected) => {
    expect(shiftEnd(endsAt, now)).toBe(expected);
  });
});
