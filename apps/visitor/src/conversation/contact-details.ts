import { splitLinks } from '@warmline/client';
import { MESSAGE_MAX_CODE_POINTS } from '@warmline/vocabulary';

const CONTACT_DETAILS = ['phone', 'email', 'account', 'address'] as const;
export type ContactDetail = (typeof CONTACT_DETAILS)[number];

/** Parts are no longer than an address may have them, so that no beginning is followed for long. */
const EMAIL = /[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,}/iu;
/** Nine or more digits in any groups; shorter ones are helplines and ages, not someone's own number. */
const PHONE = /(?:\+|\b)\d(?:[\s().-]{0,2}\d){8,}/u;
const STREET =
  /\b\d{1,4}[a-z]?,?\s+(?:\p{L}+[\s'-]+){1,2}(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|crescent|terrace|place|gardens|way|square|hill|grove)\b/iu;
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/iu;

/** Leads to one person in a messenger, by their number or name. */
const PERSON_LINK = /\b(?:wa\.me|(?:api|chat)\.whatsapp\.com|t\.me|telegram\.me|signal\.(?:me|group))\//iu;
/** Leads to a place on a map. */
const MAP_LINK =
  /\b(?:maps\.(?:google\.|apple\.com|app\.goo\.gl)|google\.[a-z.]{2,7}\/maps|goo\.gl\/maps|w3w\.co\/)/iu;

/** The digits, the @ and the words of most web addresses say nothing of who wrote; those that do are looked for first. */
const withoutLinks = (text: string): string =>
  splitLinks(text)
    .map((piece) => (piece.href === null ? piece.text : ' '))
    .join('');

/** What in a text would show who or where someone is, each kind once. Runs on this device only; it warns and never blocks. */
export const contactDetailsIn = (written: string): readonly ContactDetail[] => {
  // No longer text is ever sent; a letter may take two units.
  const whole = written.slice(0, 2 * MESSAGE_MAX_CODE_POINTS);
  const text = withoutLinks(whole);
  const found: Record<ContactDetail, boolean> = {
    phone: PHONE.test(text),
    email: EMAIL.test(text),
    account: PERSON_LINK.test(whole),
    address: [STREET, POSTCODE].some((part) => part.test(text)) || MAP_LINK.test(whole),
  };
  return CONTACT_DETAILS.filter((detail) => found[detail]);
};
