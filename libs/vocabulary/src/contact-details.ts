/** A way to reach someone, written in a text. */
export interface ContactDetail {
  readonly kind: 'link' | 'phone' | 'email';
  readonly what: string;
}

/** Where the charity sends people itself. */
export interface VettedContacts {
  readonly resources: readonly { readonly url: string | null; readonly phone: string | null }[];
}

/** Parts are no longer than an address may have them, so that no beginning is followed for long. */
const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}\.[a-z]{2,}/giu;
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"')]+|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.(?:com|org|net|uk|co|info|io|me|app|chat)\b(?:\/[^\s<>"')]*)?/giu;
/** Seven digits and more, with the signs people put between them; short helplines such as 999 are no private number. */
const PHONE = /\+?\(?\d[\d\s().-]{5,}\d/gu;

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
const isVettedLink = (link: string, { resources }: VettedContacts): boolean =>
  resources.some(({ url }) => {
    if (url === null) return false;
    const [asked, vetted] = [shownLink(link), shownLink(url)];
    return asked === vetted || asked.startsWith(`${vetted}/`);
  });

const isVettedPhone = (phone: string, { resources }: VettedContacts): boolean =>
  resources.some((resource) => resource.phone !== null && digits(resource.phone).includes(digits(phone)));

/** Links, phone numbers and e-mail addresses in a text that the charity has not vetted. The caller bounds the text. */
export const contactDetailsIn = (text: string, vetted: VettedContacts): readonly ContactDetail[] => {
  const withoutEmails = text.replace(EMAIL, ' ');
  const links = found(withoutEmails, LINK).filter((link) => !isVettedLink(link, vetted));
  const phones = found(withoutEmails.replace(LINK, ' '), PHONE)
    .filter((phone) => digits(phone).length >= 7)
    .filter((phone) => !isVettedPhone(phone, vetted));
  return [
    ...links.map((what) => ({ kind: 'link' as const, what })),
    ...phones.map((what) => ({ kind: 'phone' as const, what: what.trim() })),
    ...found(text, EMAIL).map((what) => ({ kind: 'email' as const, what })),
  ];
};
