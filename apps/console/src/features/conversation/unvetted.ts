import { MESSAGE_MAX_CODE_POINTS } from '@warmline/vocabulary';

/** Something in a message that deserves a second look before it goes out. */
export type Flag =
  | { readonly kind: 'link' | 'phone' | 'email' | 'blank'; readonly what: string }
  | { readonly kind: 'starter' };

export interface Vetted {
  readonly resources: readonly { readonly url: string | null; readonly phone: string | null }[];
  readonly starters: readonly { readonly body: string; readonly sendsUnedited: boolean }[];
}

/** Parts are no longer than an address may have them, so that no beginning is followed for long. */
const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}\.[a-z]{2,}/giu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"')]+|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.(?:com|org|net|uk|co|info|io|me|app|chat)\b(?:\/[^\s<>"')]*)?/giu;
/** Seven digits and more, with the signs people put between them; short helplines such as 999 are no private number. */
const PHONE = /\+?\(?\d[\d\s().-]{5,}\d/gu;
const BLANK = /\{[^{}\n]{1,40}\}|\[[^[\]\n]{1,40}\]/gu;

const found = (text: string, pattern: RegExp): readonly string[] => [...new Set(text.match(pattern) ?? [])];

const bareLink = (link: string): string =>
  link
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '');

const withoutEnd = (text: string, letters: string): string => {
  let end = text.length;
  while (end > 0 && letters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** As people compare addresses: without the scheme, and without what ends a sentence. */
const shownLink = (link: string): string => withoutEnd(withoutEnd(bareLink(link), '.,;:!?'), '/');

const digits = (phone: string): string => phone.replace(/\D/g, '');

/** A page of a vetted place is vetted with it; another place whose name only starts alike is not. */
const isVettedLink = (link: string, { resources }: Vetted): boolean =>
  resources.some(({ url }) => {
    if (url === null) return false;
    const [asked, vetted] = [shownLink(link), shownLink(url)];
    return asked === vetted || asked.startsWith(`${vetted}/`);
  });

const isVettedPhone = (phone: string, { resources }: Vetted): boolean =>
  resources.some((resource) => resource.phone !== null && digits(resource.phone).includes(digits(phone)));

const contactFlags = (text: string, vetted: Vetted): readonly Flag[] => {
  const withoutEmails = text.replace(EMAIL, ' ');
  const links = found(withoutEmails, LINK).filter((link) => !isVettedLink(link, vetted));
  const phones = found(withoutEmails.replace(LINK, ' '), PHONE)
    .filter((phone) => digits(phone).length >= 7)
    .filter((phone) => !isVettedPhone(phone, vetted));
  return [
    ...links.map((what): Flag => ({ kind: 'link', what })),
    ...phones.map((what): Flag => ({ kind: 'phone', what: what.trim() })),
    ...found(text, EMAIL).map((what): Flag => ({ kind: 'email', what })),
  ];
};

/** What to look at before sending; empty when nothing needs it. Never a refusal: the person decides. */
export const flagsIn = (written: string, vetted: Vetted): readonly Flag[] => {
  // No longer text is ever sent; a letter may take two units.
  const text = written.slice(0, 2 * MESSAGE_MAX_CODE_POINTS);
  const isStarter = vetted.starters.some(
    ({ body, sendsUnedited }) => !sendsUnedited && body.trim() === text.trim(),
  );
  return [
    ...contactFlags(text, vetted),
    ...found(text, BLANK).map((what): Flag => ({ kind: 'blank', what })),
    ...(isStarter ? [{ kind: 'starter' } as const] : []),
  ];
};
