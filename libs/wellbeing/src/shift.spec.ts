import { instant, later, MINUTE } from '@warmline/kernel';
import { fitsIntoShift } from './shift';

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
});
