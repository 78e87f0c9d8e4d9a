import {
  contactDetailsIn,
  MESSAGE_MAX_CODE_POINTS,
  type ContactDetail,
  type VettedContacts,
} from '@warmline/vocabulary';

/** Something in a message that deserves a second look before it goes out. */
export type Flag =
  ContactDetail | { readonly kind: 'blank'; readonly what: string } | { readonly kind: 'starter' };

export interface Vetted extends VettedContacts {
  readonly starters: readonly { readonly body: string; readonly sendsUnedited: boolean }[];
}

const BLANK = /\{[^{}\n]{1,40}\}|\[[^[\]\n]{1,40}\]/gu;

/** What to look at before sending; empty when nothing needs it. Never a refusal: the person decides. */
export const flagsIn = (written: string, vetted: Vetted): readonly Flag[] => {
  // No longer text is ever sent; a letter may take two units.
  const text = written.slice(0, 2 * MESSAGE_MAX_CODE_POINTS);
  const blanks = [...new Set(text.match(BLANK) ?? [])];
  const isStarter = vetted.starters.some(
    ({ body, sendsUnedited }) => !sendsUnedited && body.trim() === text.trim(),
  );
  return [
    ...contactDetailsIn(text, vetted),
    ...blanks.map((what) => ({ kind: 'blank' as const, what })),
    ...(isStarter ? [{ kind: 'starter' } as const] : []),
  ];
};
