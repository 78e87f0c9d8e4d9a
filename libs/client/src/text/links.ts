export interface TextPiece {
  readonly text: string;
  /** Only ever http or https; null for plain text. */
  readonly href: string | null;
}

/** Starts like a web address and runs to white space, a double quotation mark, or a full stop or comma of East Asia. */
const LINK = /https?:\/\/[^\s<>"“”„«»「」『』、。，！？；：]+/giu;
/** Punctuation that ends the sentence rather than the address. */
const ENDS_SENTENCE = /[.,;:!?…'‘’*_~]$/u;
const BRACKETS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '）': '（',
  '】': '【',
  '》': '《',
};

const countOf = (letter: string, text: string): number => text.split(letter).length - 1;

const endsOutsideAddress = (text: string): boolean => {
  const last = text.slice(-1);
  const opening = BRACKETS[last];
  return opening === undefined ? ENDS_SENTENCE.test(text) : countOf(last, text) > countOf(opening, text);
};

/** A closing bracket belongs to the address when the address also opens it. */
const withoutTrailing = (found: string): string => {
  let address = found;
  while (endsOutsideAddress(address)) address = address.slice(0, -1);
  return address;
};

// `URL.canParse` is too new for old phones.
const isAddress = (text: string): boolean => {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
};

/** Splits a text into plain pieces and web addresses, as a reader would. Anything else that looks like a link stays text. */
export const splitLinks = (text: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const address = withoutTrailing(match[0]);
    if (!isAddress(address)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
    pieces.push({ text: address, href: address });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
};

/** Every web address in the texts, once each, in the order of the texts. */
export const linksIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => splitLinks(text).flatMap(({ href }) => (href === null ? [] : [href])))),
];
