import { splitLinks } from '@warmline/client';
import { MESSAGE_MAX_CODE_POINTS } from '@warmline/vocabulary';

const CONTACT_DETAILS = ['phone', 'email', 'address'] as const;
export type ContactDetail = (typeof CONTACT_DETAILS)[number];

/** Parts are no longer than an address may have them, so that no beginning is followed for long. */
const EMAIL = /[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,}/iu;
/** Nine or more digits in any groups; shorter ones are helplines and ages, not someone's own number. */
const PHONE = /(?:\+|\b)\d(?:[\s().-]{0,2}\d){8,}/u;
const STREET =
  /\b\d{1,4}[a-z]?,?\s+(?:\p{L}+[\s'-]+){1,2}(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|crescent|terrace|place|gardens|way|square|hill|grove)\b/iu;
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/iu;

/** A web address is no one's own: its digits, its @ and its words say nothing of who wrote. */
const withoutLinks = (text: string): string =>
  splitLinks(text)
    .map((piece) => (piece.href === null ? piece.text : ' '))
    .join('');

/** What in a text would show who or where someone is, each kind once. Runs on this device only; it warns and never blocks. */
export const contactDetailsIn = (written: string): readonly ContactDetail[] => {
  // No longer text is ever sent; a letter may take two units.
  const text = withoutLinks(written.slice(0, 2 * MESSAGE_MAX_CODE_POINTS));
  const found: Record<ContactDetail, boolean> = {
    phone: PHONE.test(text),
    email: EMAIL.test(text),
    address: STREET.test(text) || POSTCODE.test(text),
  };
  return CONTACT_DETAILS.filter((detail) => found[detail]);
};
