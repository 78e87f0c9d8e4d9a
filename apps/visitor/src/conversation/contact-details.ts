import { MESSAGE_MAX_CODE_POINTS } from '@warmline/vocabulary';

export type ContactDetail = 'phone' | 'email' | 'address';

/** Parts are no longer than an address may have them, so that no beginning is followed for long. */
const EMAIL = /[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,}/iu;
/** Nine or more digits in any groups; shorter ones are helplines and ages, not someone's own number. */
const PHONE = /(?:\+|\b)\d(?:[\s().-]{0,2}\d){8,}/u;
const STREET =
  /\b\d{1,4}[a-z]?,?\s+(?:\p{L}+[\s'-]+){1,2}(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|crescent|terrace|place|gardens|way|square|hill|grove)\b/iu;
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/iu;

/** What in a text would show who or where someone is, or null. Runs on this device only; it warns and never blocks. */
export const findContactDetail = (written: string): ContactDetail | null => {
  // No longer text is ever sent; a letter may take two units.
  const text = written.slice(0, 2 * MESSAGE_MAX_CODE_POINTS);
  if (EMAIL.test(text)) return 'email';
  if (PHONE.test(text)) return 'phone';
  return STREET.test(text) || POSTCODE.test(text) ? 'address' : null;
};
