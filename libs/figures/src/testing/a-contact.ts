import fc from 'fast-check';
import { instant, later, MINUTE, SECOND, type Instant } from '@warmline/kernel';
import type { Contact } from '../contact';

export const T0 = instant(1_750_000_000_000);

/** Minutes after T0. */
export const at = (minutes: number): Instant => later(T0, minutes * MINUTE);

/** Entered at `entered` minutes after T0 and waits since then, unless told otherwise. */
export const aContact = (
  entered: number,
  known: Partial<Omit<Contact, 'enteredAt'>> & { band?: Contact['band'] } = {},
): Contact => {
  const contact = {
    band: 3 as const,
    enteredAt: at(entered),
    acceptedAt: null,
    answeredAt: null,
    leftAt: null,
    endedAt: null,
    wrote: false,
    ...known,
  };
  const isTaken = contact.acceptedAt !== null || contact.answeredAt !== null || contact.endedAt !== null;
  return { waitingSince: isTaken ? null : contact.enteredAt, ...contact };
};

/** Accepted a little before the first word, which came after `minutes`. */
export const answered = (
  entered: number,
  minutes: number,
  known: Parameters<typeof aContact>[1] = {},
): Contact =>
  aContact(entered, {
    acceptedAt: later(at(entered + minutes), -1 * SECOND),
    answeredAt: at(entered + minutes),
    ...known,
  });

export const left = (entered: number, minutes: number, known: Parameters<typeof aContact>[1] = {}): Contact =>
  aContact(entered, { leftAt: at(entered + minutes), endedAt: at(entered + minutes), ...known });

const anyBand = fc.constantFrom<Contact['band'][]>(1, 2, 3);
const anyMinutes = fc.double({ min: 0, max: 120, noNaN: true });

export const anyContact: fc.Arbitrary<Contact> = fc
  .tuple(
    anyMinutes,
    anyMinutes,
    anyBand,
    fc.boolean(),
    fc.constantFrom('open', 'answered', 'left', 'unanswered'),
  )
  .map(([entered, waited, band, wrote, kind]) => {
    if (kind === 'open') return aContact(entered, { band, wrote });
    if (kind === 'answered') return answered(entered, waited, { band, wrote });
    if (kind === 'left') return left(entered, waited, { band, wrote });
    const end = at(entered + waited);
    return aContact(entered, { band, wrote, acceptedAt: end, endedAt: end });
  });
